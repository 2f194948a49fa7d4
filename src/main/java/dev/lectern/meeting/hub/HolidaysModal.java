package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.HolidayWords;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Days on which nobody meets, as dates or from a calendar's file. */
final class HolidaysModal implements HubModal {
    private static final Texts TEXTS = Texts.of(HolidaysModal.class);
    private static final String DAYS = "days";
    private static final String LINK = "link";

    private final HolidayLinkSteps links;

    HolidaysModal(HolidayLinkSteps links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "meetings.holidays";
    }

    @Override
    public String label() {
        return TEXTS.say("holidays.label");
    }

    @Override
    public String title() {
        return TEXTS.say("holidays.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("holidays.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        String present = present(timetable, now);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                fits(present)
                        ? TEXTS.say("holidays.about")
                        : TEXTS.say(
                                "holidays.too-many-to-show",
                                "days",
                                timetable.holidays().size())));
        blocks.add(input(
                        DAYS,
                        TEXTS.say("holidays.days"),
                        textInput(HubText.ANSWER)
                                .tall()
                                .prompting(TEXTS.say("holidays.days.example"))
                                .holding(fits(present) ? present : ""))
                .hint(TEXTS.say("holidays.days.hint"))
                .mayBeEmpty());
        if (links.canRead()) {
            blocks.add(input(
                            LINK,
                            TEXTS.say("holidays.link"),
                            textInput(HubText.ANSWER)
                                    .prompting("https://example.org/holidays.ics")
                                    .holding(links.of(group.id())
                                            .map(HolidayLink::url)
                                            .orElse("")))
                    .hint(TEXTS.say("holidays.link.hint"))
                    .mayBeEmpty());
        }
        return blocks;
    }

    private static String present(Timetable timetable, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, timetable.zone());
        Map<LocalDate, String> ahead = new TreeMap<>(timetable.holidays());
        ahead.keySet().removeIf(date -> date.isBefore(today));
        return HolidayWords.write(ahead);
    }

    /** With room to add some; otherwise what is there would have to be cut. */
    private static boolean fits(String present) {
        return present.length() <= Limits.INPUT_VALUE - 1_000;
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<String> link = sent.value(LINK).map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> address = link.flatMap(HolidayLink::address);
        if (link.isPresent() && address.isEmpty()) {
            return Outcome.problem(LINK, TEXTS.say("holidays.link.problem"));
        }
        Outcome typed = typed(timetable, now, sent.value(DAYS).orElse(""));
        Optional<String> before = links.of(group.id()).map(HolidayLink::url);
        if (typed instanceof Outcome.Problems || !links.canRead() || address.equals(before)) {
            return typed;
        }
        Optional<Outcome.Changed> also =
                typed instanceof Outcome.Changed changed ? Optional.of(changed) : Optional.empty();
        return address.map(url -> new Outcome.Begun(
                        also,
                        (change, who, request) -> links.begin(change, url, who, request),
                        TEXTS.say("holidays.link.begun", "link", line(url))))
                .orElseGet(() -> new Outcome.Begun(
                        also,
                        (change, who, request) -> links.end(change, who),
                        TEXTS.say("holidays.link.ended", "link", line(before.orElse("")))));
    }

    private static Outcome typed(Timetable timetable, Instant now, String days) {
        HolidayWords.Reading read = HolidayWords.read(days, LocalDate.ofInstant(now, timetable.zone()));
        if (read instanceof HolidayWords.NotUnderstood not) {
            return Outcome.problem(DAYS, not.problem());
        }
        Map<LocalDate, String> all = new TreeMap<>();
        if (!fits(present(timetable, now))) {
            all.putAll(timetable.holidays());
        }
        all.putAll(((HolidayWords.Understood) read).holidays());
        if (all.size() > Timetable.MOST_HOLIDAYS) {
            return Outcome.problem(
                    DAYS, TEXTS.say("holidays.too-many", "days", all.size(), "most", Timetable.MOST_HOLIDAYS));
        }
        Timetable changed = timetable.withHolidays(all);
        return changed.equals(timetable)
                ? new Outcome.Nothing()
                : Outcome.changed(changed, who -> told(who, all.size()));
    }

    /** What the channel hears when the holidays are others; mrkdwn. */
    static String told(String who, int days) {
        return TEXTS.say("holidays.told", "who", who, "days", days);
    }
}
