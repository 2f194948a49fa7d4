package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.Pause;
import dev.lectern.meeting.when.PauseWords;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Weeks without meetings. */
final class PauseModal implements HubModal {
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 100;

    @Override
    public String name() {
        return "meetings.pause";
    }

    @Override
    public String label() {
        return "Pause until…";
    }

    @Override
    public String title() {
        return "Pause the group";
    }

    @Override
    public String submit() {
        return "Pause";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        return List.of(
                input(FROM, "From", datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone()))),
                input(UNTIL, "Until", datePicker(HubText.ANSWER)).hint("The first day on which you may meet again."),
                input(
                                REASON,
                                "Why",
                                textInput(HubText.ANSWER).atMost(LONGEST_REASON).prompting("summer break"))
                        .mayBeEmpty(),
                context("Meetings in between are called off, with their votes; who was to present is told. "
                        + "`/papers resume` ends a pause."));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        LocalDate today = LocalDate.ofInstant(now, timetable.zone());
        Optional<LocalDate> until = sent.value(UNTIL).map(LocalDate::parse);
        if (until.isEmpty()) {
            return Outcome.problem(UNTIL, "Pick the first day on which you may meet again.");
        }
        PauseWords.Reading read = PauseWords.of(
                sent.value(FROM).map(LocalDate::parse).orElse(today),
                until.get(),
                sent.value(REASON).orElse(""),
                today);
        return read instanceof PauseWords.NotUnderstood not
                ? Outcome.problem(UNTIL, not.problem())
                : paused(timetable, ((PauseWords.Understood) read).pause());
    }

    static Outcome paused(Timetable timetable, Pause pause) {
        return timetable.pauses().contains(pause)
                ? new Outcome.Nothing()
                : Outcome.changed(timetable.pause(pause), "lets the group pause " + words(pause) + ".");
    }

    /** Such as {@code from Monday 6 April 2026 until Tuesday 1 September 2026 (summer break)}; mrkdwn. */
    static String words(Pause pause) {
        return "from " + HubText.day(pause.from()) + " until " + HubText.day(pause.until())
                + (pause.reason().isEmpty() ? "" : " (" + line(pause.reason()) + ")");
    }
}
