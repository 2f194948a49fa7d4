package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.HolidayWords;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Days on which nobody meets, as dates or from a calendar's file. */
final class HolidaysModal implements HubModal {
    private static final Texts TEXTS = Texts.of(HolidaysModal.class);
    private static final String DAYS = "days";

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
        return List.of(
                section(
                        fits(present)
                                ? TEXTS.say("holidays.about")
                                : TEXTS.say(
                                        "holidays.too-many-to-show",
                                        "days",
                                        timetable.holidays().size())),
                input(
                                DAYS,
                                TEXTS.say("holidays.days"),
                                textInput(HubText.ANSWER)
                                        .tall()
                                        .prompting(TEXTS.say("holidays.days.example"))
                                        .holding(fits(present) ? present : ""))
                        .hint(TEXTS.say("holidays.days.hint"))
                        .mayBeEmpty());
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
        HolidayWords.Reading read =
                HolidayWords.read(sent.value(DAYS).orElse(""), LocalDate.ofInstant(now, timetable.zone()));
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
                : Outcome.changed(changed, who -> TEXTS.say("holidays.told", "who", who, "days", all.size()));
    }
}
