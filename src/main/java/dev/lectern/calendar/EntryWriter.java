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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** One meeting of a feed as a VEVENT. */
final class EntryWriter {
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
        return Digest.of(entry.group() + "/" + event.meeting()) + "@lectern";
    }

    private String title() {
        return (event.calledOff() ? "Called off: " : "")
                + (entry.presents() && !event.calledOff() ? "You present · " : "")
                + OneLine.of(event.title());
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        if (event.calledOff()) {
            parts.add("This meeting was called off.");
        }
        if (!event.reading().isEmpty()) {
            parts.add(OneLine.ofEach(event.reading()));
        }
        if (!event.calledOff()) {
            parts.add(presenter());
        }
        return String.join("\n\n", parts);
    }

    private String presenter() {
        if (event.presenter().isEmpty()) {
            return "Nobody presents yet.";
        }
        return event.presenterName()
                .map(name -> "Presented by " + OneLine.of(name) + ".")
                .orElse("Somebody presents; who it is, /papers schedule says.");
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
