package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.RuleSentence;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code /papers meetings} shows to the organizer. */
final class MeetingHubMessages {
    /** Its value is the slot that takes place after all. */
    static final String RESTORE = "meetings.restore/1";
    /** Its value is a rule, its hour, and the date from which it counts. */
    static final String RULE = "meetings.rule/1";

    private static final int SHOWN = 3;
    private static final int MOST_SKIPPED = 5;

    private MeetingHubMessages() {}

    static Message hub(Group group, Timetable timetable, Instant now, List<HubModal> forms) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*When " + line("#" + group.channelName()) + " meets*\n"
                + timetable.series().stream()
                        .map(series -> "• " + HubText.series(series) + ChangeSeriesModal.gap(series.rule(), now))
                        .collect(Collectors.joining("\n"))));
        blocks.add(section("*Next*\n" + next(timetable.next(now, SHOWN), timetable)));
        blocks.addAll(exceptions(timetable, LocalDate.ofInstant(now, timetable.zone())));
        String lead = LeadModal.words(group.settings().lead());
        blocks.add(context(lead.substring(0, 1).toUpperCase(Locale.ROOT) + lead.substring(1) + "."));
        List<Button> buttons =
                forms.stream().map(form -> button(form.label(), form.opens())).toList();
        blocks.add(actions(buttons));
        blocks.add(context("`/papers schedule` shows the next twelve. Also `/papers schedule every second Thursday at "
                + "15:00`, `/papers pause until 1 September`, `/papers resume`."));
        return Limits.fit(Message.of("When the group meets, and what you can change about it.", blocks));
    }

    private static String next(List<Occurrence> meetings, Timetable timetable) {
        return meetings.isEmpty()
                ? "No meeting is ahead."
                : meetings.stream()
                        .map(meeting -> "• " + HubText.when(meeting.start(), timetable.zone()))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Block> exceptions(Timetable timetable, LocalDate today) {
        List<Block> blocks = new ArrayList<>();
        timetable.pauses().stream()
                .filter(pause -> pause.until().isAfter(today))
                .forEach(pause -> blocks.add(section("*The group pauses* " + PauseModal.words(pause) + ".")));
        long holidays = timetable.holidays().keySet().stream()
                .filter(date -> !date.isBefore(today))
                .count();
        if (holidays > 0) {
            blocks.add(context(holidays == 1 ? "One holiday is ahead." : holidays + " holidays are ahead."));
        }
        timetable.skipped().stream()
                .filter(slot -> !slot.date().isBefore(today))
                .limit(MOST_SKIPPED)
                .forEach(slot -> blocks.addAll(skipped(slot)));
        return blocks;
    }

    private static List<Block> skipped(Slot slot) {
        return List.of(
                section("Called off: " + HubText.day(slot.date())),
                actions(button("Meet after all", RESTORE, slot.write())));
    }

    /** Asks whether a rule that was typed is what was meant. */
    static Message confirm(MeetingRule rule, Instant now) {
        String dates = rule.after(now)
                .limit(SHOWN)
                .map(date -> "• " + HubText.when(rule.start(date).toInstant(), rule.zone()))
                .collect(Collectors.joining("\n"));
        String words = line(RuleSentence.of(rule));
        return Message.of(
                "You would meet " + words + ".",
                section("*You would meet " + words + "* (" + rule.zone() + "), next on\n" + dates
                        + ChangeSeriesModal.gap(rule, now)),
                actions(button("Meet like this", RULE, rule.rrule() + " " + rule.time() + " " + rule.first())
                        .primary()),
                context("A meeting whose paper, presenter or vote is there stays where it is."));
    }
}
