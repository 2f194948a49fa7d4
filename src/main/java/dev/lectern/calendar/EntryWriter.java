package dev.lectern.calendar;

import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.parameter.Related;
import biweekly.property.Conference;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import dev.lectern.group.UserId;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** One meeting of a feed as a VEVENT. */
final class EntryWriter {
    private static final Texts TEXTS = Texts.of(EntryWriter.class);
    private static final List<String> ALARMS = List.of("-P1D", "-PT15M");

    private final Feed feed;
    private final Feed.Entry entry;
    private final Event event;

    EntryWriter(Feed feed, Feed.Entry entry) {
        this.feed = feed;
        this.entry = entry;
        this.event = entry.given().event();
    }

    void addTo(ICalendar calendar, TimezoneAssignment zone) {
        VEvent written = written();
        TimezoneInfo zones = calendar.getTimezoneInfo();
        zones.setTimezone(written.getDateStart(), zone);
        zones.setTimezone(written.getDateEnd(), zone);
        calendar.addEvent(written);
    }

    private VEvent written() {
        VEvent written = new VEvent();
        written.setUid(uid());
        written.setDateTimeStamp(date(entry.given().since()));
        written.setLastModified(date(entry.given().since()));
        written.setSequence(entry.given().sequence());
        written.setDateStart(new DateStart(date(event.start()), true));
        written.setDateEnd(new DateEnd(date(event.end()), true));
        written.setOrganizer(organizer());
        written.setSummary(title());
        written.setDescription(description());
        written.setStatus(event.calledOff() ? Status.cancelled() : Status.confirmed());
        written.setTransparency(event.calledOff());
        event.place().map(OneLine::of).ifPresent(written::setLocation);
        event.place().flatMap(CallLink::in).ifPresent(link -> {
            written.setUrl(link);
            written.addConference(call(link));
        });
        if (feed.alarms() && !event.calledOff()) {
            ALARMS.forEach(before ->
                    written.addAlarm(VAlarm.display(new Trigger(Duration.parse(before), Related.START), title())));
        }
        return written;
    }

    private static Conference call(String link) {
        Conference call = new Conference(link);
        // RFC 7986: there is no usual type, so it must be named; biweekly does not.
        call.setParameter("VALUE", "URI");
        return call;
    }

    /** RFC 5546 (section 3.2.1) wants one of whatever is published. It is nobody's address: Apple writes this, too. */
    private static Organizer organizer() {
        Organizer organizer = new Organizer("Lectern", null);
        organizer.setUri("invalid:nomail");
        return organizer;
    }

    /** The same for ever, and in every feed. It tells nothing, as RFC 7986 (section 5.3) has it. */
    private String uid() {
        return DigestUtils.sha256Hex(entry.group() + "/" + event.meeting()) + "@lectern";
    }

    private String title() {
        String title = OneLine.of(event.title());
        if (event.calledOff()) {
            return TEXTS.say("entry.called-off", "title", title);
        }
        return entry.owner().map(owner -> title(title, owner)).orElse(title);
    }

    /** With what the owner of the calendar does there. */
    private String title(String title, UserId owner) {
        String own = Enumerations.and(event.partsOf(owner).stream()
                .map(part -> OneLine.of(part.name()))
                .toList());
        if (event.isPresentedBy(owner)) {
            return own.isEmpty()
                    ? TEXTS.say("entry.presents", "title", title)
                    : TEXTS.say("entry.presents-and", "parts", own, "title", title);
        }
        return own.isEmpty() ? title : TEXTS.say("entry.part", "parts", own, "title", title);
    }

    private String description() {
        List<String> paragraphs = new ArrayList<>();
        if (event.calledOff()) {
            paragraphs.add(TEXTS.say("entry.was-called-off"));
        } else {
            entry.owner()
                    .map(event::partsOf)
                    .filter(own -> !own.isEmpty())
                    .map(own -> own.stream()
                            .map(part -> TEXTS.say(
                                    "entry.your-part",
                                    "part",
                                    OneLine.of(part.name()),
                                    "prompt",
                                    OneLine.of(part.prompt())))
                            .collect(Collectors.joining("\n")))
                    .ifPresent(paragraphs::add);
        }
        if (!event.reading().isEmpty()) {
            paragraphs.add(OneLine.ofEach(event.reading()));
        }
        if (!event.calledOff()) {
            paragraphs.add(
                    Stream.concat(Stream.of(presenter()), event.parts().stream().map(EntryWriter::role))
                            .collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", paragraphs);
    }

    private String presenter() {
        if (event.presenter().isEmpty()) {
            return TEXTS.say("entry.nobody-presents");
        }
        return event.presenterName()
                .map(name -> TEXTS.say("entry.presented-by", "name", OneLine.of(name)))
                .orElseGet(() -> TEXTS.say("entry.somebody-presents"));
    }

    private static String role(Role role) {
        List<String> names = role.holders().stream()
                .map(holder -> holder.name().map(OneLine::of).orElseGet(() -> TEXTS.say("entry.somebody")))
                .toList();
        return TEXTS.say("entry.role", "part", OneLine.of(role.part().name()), "names", Enumerations.and(names));
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
