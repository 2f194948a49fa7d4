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
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Weeks without meetings. */
final class PauseModal implements HubModal {
    private static final Texts TEXTS = Texts.of(PauseModal.class);
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
        return TEXTS.say("pause.label");
    }

    @Override
    public String title() {
        return TEXTS.say("pause.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("pause.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        return List.of(
                input(
                        FROM,
                        TEXTS.say("form.from"),
                        datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone()))),
                input(UNTIL, TEXTS.say("pause.until"), datePicker(HubText.ANSWER))
                        .hint(TEXTS.say("pause.until.hint")),
                input(
                                REASON,
                                TEXTS.say("pause.why"),
                                textInput(HubText.ANSWER)
                                        .atMost(LONGEST_REASON)
                                        .prompting(TEXTS.say("pause.why.example")))
                        .mayBeEmpty(),
                context(TEXTS.say("pause.about")));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        LocalDate today = LocalDate.ofInstant(now, timetable.zone());
        Optional<LocalDate> until = sent.value(UNTIL).map(LocalDate::parse);
        if (until.isEmpty()) {
            return Outcome.problem(UNTIL, TEXTS.say("pause.until.problem"));
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
                : Outcome.changed(timetable.pause(pause), who -> told(who, pause));
    }

    /** That the group pauses; mrkdwn. */
    static String paused(Pause pause) {
        String from = HubText.day(pause.from());
        String until = HubText.day(pause.until());
        return pause.reason().isEmpty()
                ? TEXTS.say("hub.pause", "from", from, "until", until)
                : TEXTS.say("hub.pause.why", "from", from, "until", until, "reason", line(pause.reason()));
    }

    private static String told(String who, Pause pause) {
        String from = HubText.day(pause.from());
        String until = HubText.day(pause.until());
        return pause.reason().isEmpty()
                ? TEXTS.say("pause.told", "who", who, "from", from, "until", until)
                : TEXTS.say("pause.told.why", "who", who, "from", from, "until", until, "reason", line(pause.reason()));
    }
}
