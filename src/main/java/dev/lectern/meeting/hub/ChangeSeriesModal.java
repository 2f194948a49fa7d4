package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.RuleSentence;
import dev.lectern.meeting.when.RuleWords;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Another rule for a series, or its end. */
final class ChangeSeriesModal implements HubModal {
    private static final String SERIES = "series";
    private static final String WORDS = "words";
    private static final String FIRST = "first";
    private static final String END = "end";

    @Override
    public String name() {
        return "meetings.change";
    }

    @Override
    public String label() {
        return "Change a series…";
    }

    @Override
    public String title() {
        return "Change a series";
    }

    @Override
    public String submit() {
        return "Change";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        String words = timetable.series().size() == 1
                ? RuleSentence.of(timetable.series().get(0).rule())
                : "";
        return List.of(
                HubText.serieses(SERIES, "Which", timetable),
                input(
                                WORDS,
                                "You meet",
                                textInput(HubText.ANSWER)
                                        .prompting(RuleWords.EXAMPLE)
                                        .holding(words))
                        .hint(
                                "In words, such as “first Monday of the month at 10”. Without a time, the present one stays.")
                        .mayBeEmpty(),
                input(FIRST, "From", datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone())))
                        .hint("“Every second …” counts from here."),
                input(END, "Or", checkboxes(HubText.ANSWER, List.of(option("End it", END))))
                        .hint("The first series goes back to the day and hour of /papers setup.")
                        .mayBeEmpty(),
                context("A meeting whose paper, presenter or vote is there stays where it is: move or skip it."));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<NamedRule> found = sent.value(SERIES).flatMap(timetable::find);
        if (found.isEmpty()) {
            return Outcome.problem(SERIES, "This series has ended meanwhile: choose another.");
        }
        NamedRule series = found.get();
        if (!sent.values(END).isEmpty()) {
            return end(timetable, series);
        }
        LocalDate first =
                sent.value(FIRST).map(LocalDate::parse).orElseGet(() -> LocalDate.ofInstant(now, timetable.zone()));
        SeriesReading.Read read = SeriesReading.read(
                sent.value(WORDS).orElse(""),
                series.rule(),
                Optional.of(series.rule().time()),
                first,
                now);
        return read instanceof SeriesReading.Problem problem
                ? Outcome.problem(WORDS, problem.problem())
                : changed(timetable, series, ((SeriesReading.Rule) read).rule(), now);
    }

    /** Another rule for a series, told with what a change of clocks does to it. */
    static Outcome changed(Timetable timetable, NamedRule before, MeetingRule rule, Instant now) {
        NamedRule after = before.by(rule);
        return after.equals(before)
                ? new Outcome.Nothing()
                : Outcome.changed(
                        timetable.with(after), "changed when we meet: " + HubText.series(after) + "." + gap(rule, now));
    }

    /** What becomes of the next meeting whose hour the clocks leave out; nothing where there is none. */
    static String gap(MeetingRule rule, Instant now) {
        return rule.nextGap(now)
                .map(date -> " On " + HubText.day(date) + " the clocks leave " + rule.time() + " out: then we meet at "
                        + rule.start(date).toLocalTime() + ".")
                .orElse("");
    }

    private static Outcome end(Timetable timetable, NamedRule series) {
        if (!series.id().equals(Slot.FIRST)) {
            return Outcome.changed(
                    timetable.without(series.id()), "ended these meetings: " + HubText.series(series) + ".");
        }
        return series.bySettings()
                ? Outcome.problem(END, "The first series follows /papers setup already; a pause stops all meetings.")
                : Outcome.changed(
                        timetable.with(new NamedRule(Slot.FIRST, series.rule(), true, false)),
                        "changed when we meet: by the day and hour of `/papers setup` again.");
    }
}
