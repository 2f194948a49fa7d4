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
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code /papers meetings} shows to the organizer. */
final class MeetingHubMessages {
    private static final Texts TEXTS = Texts.of(MeetingHubMessages.class);
    /** Its value is the slot that takes place after all. */
    static final String RESTORE = "meetings.restore/1";
    /** Its value is a {@link TypedRule}. */
    static final String RULE = "meetings.rule/1";

    private static final int SHOWN = 3;
    private static final int MOST_SKIPPED = 5;

    private MeetingHubMessages() {}

    static Message hub(Group group, Timetable timetable, Instant now, List<HubModal> forms) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say(
                "hub.meets",
                "channel",
                line("#" + group.channelName()),
                "series",
                timetable.series().stream()
                        .map(series -> "• " + HubText.series(series)
                                + ChangeSeriesModal.gap(series.rule(), now)
                                        .map(gap -> " " + gap)
                                        .orElse(""))
                        .collect(Collectors.joining("\n")))));
        blocks.add(section(TEXTS.say("hub.next", "meetings", next(timetable.next(now, SHOWN), timetable))));
        blocks.addAll(exceptions(timetable, LocalDate.ofInstant(now, timetable.zone())));
        blocks.add(context(LeadModal.now(group.settings().lead())));
        List<Button> buttons =
                forms.stream().map(form -> button(form.label(), form.opens())).toList();
        blocks.add(actions(buttons));
        blocks.add(context(TEXTS.say("hub.commands")));
        return Limits.fit(Message.of(TEXTS.say("hub.aloud"), blocks));
    }

    private static String next(List<Occurrence> meetings, Timetable timetable) {
        return meetings.isEmpty()
                ? TEXTS.say("hub.none-ahead")
                : meetings.stream()
                        .map(meeting -> "• " + HubText.when(meeting.start(), timetable.zone()))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Block> exceptions(Timetable timetable, LocalDate today) {
        List<Block> blocks = new ArrayList<>();
        timetable.pauses().stream()
                .filter(pause -> pause.until().isAfter(today))
                .forEach(pause -> blocks.add(section(PauseModal.paused(pause))));
        long holidays = timetable.holidays().keySet().stream()
                .filter(date -> !date.isBefore(today))
                .count();
        if (holidays > 0) {
            blocks.add(context(TEXTS.say("hub.holidays", "days", holidays)));
        }
        timetable.skipped().stream()
                .filter(slot -> !slot.date().isBefore(today))
                .limit(MOST_SKIPPED)
                .forEach(slot -> blocks.addAll(skipped(slot)));
        return blocks;
    }

    private static List<Block> skipped(Slot slot) {
        return List.of(
                section(TEXTS.say("hub.skipped", "day", HubText.day(slot.date()))),
                actions(button(TEXTS.say("hub.restore"), RESTORE, slot.write())));
    }

    /**
     * Asks whether a rule that was typed is what was meant.
     *
     * @param before the present one; a length is only said where it changes
     */
    static Message confirm(MeetingRule rule, MeetingRule before, Instant now) {
        String dates = rule.after(now)
                .limit(SHOWN)
                .map(date -> "• " + HubText.when(rule.start(date).toInstant(), rule.zone()))
                .collect(Collectors.joining("\n"));
        String words = line(RuleSentence.of(rule));
        String zone = rule.zone().getId();
        long minutes = rule.length().equals(before.length()) ? 0 : rule.length().toMinutes();
        String question = ChangeSeriesModal.gap(rule, now)
                .map(gap -> TEXTS.say(
                        "rule.confirm.gap",
                        "rule",
                        words,
                        "zone",
                        zone,
                        "minutes",
                        minutes,
                        "dates",
                        dates,
                        "gap",
                        gap))
                .orElseGet(() ->
                        TEXTS.say("rule.confirm", "rule", words, "zone", zone, "minutes", minutes, "dates", dates));
        return Message.of(
                TEXTS.say("rule.aloud", "rule", words),
                section(question),
                actions(button(TEXTS.say("rule.meet"), RULE, TypedRule.of(rule).write())
                        .primary()),
                context(TEXTS.say("rule.stays")));
    }
}
