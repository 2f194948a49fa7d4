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
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Another rule for a series, or its end. */
final class ChangeSeriesModal implements HubModal {
    private static final Texts TEXTS = Texts.of(ChangeSeriesModal.class);
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
        return TEXTS.say("change.label");
    }

    @Override
    public String title() {
        return TEXTS.say("change.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("change.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        String words = timetable.series().size() == 1
                ? RuleSentence.typed(timetable.series().get(0).rule())
                : "";
        return List.of(
                HubText.serieses(SERIES, TEXTS.say("form.which"), timetable),
                input(
                                WORDS,
                                TEXTS.say("change.words"),
                                textInput(HubText.ANSWER)
                                        .prompting(RuleWords.anExample())
                                        .holding(words))
                        .hint(TEXTS.say("form.in-words"))
                        .mayBeEmpty(),
                input(
                                FIRST,
                                TEXTS.say("form.from"),
                                datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone())))
                        .hint(TEXTS.say("change.from.hint")),
                input(
                                END,
                                TEXTS.say("change.or"),
                                checkboxes(HubText.ANSWER, List.of(option(TEXTS.say("change.end"), END))))
                        .hint(TEXTS.say("change.end.hint"))
                        .mayBeEmpty(),
                context(TEXTS.say("change.stays")));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<NamedRule> found = sent.value(SERIES).flatMap(timetable::find);
        if (found.isEmpty()) {
            return Outcome.problem(SERIES, TEXTS.say("form.series-ended"));
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
                : Outcome.changed(timetable.with(after), who -> told(who, after, now));
    }

    private static String told(String who, NamedRule series, Instant now) {
        return gap(series.rule(), now)
                .map(gap -> TEXTS.say("change.told.gap", "who", who, "series", HubText.series(series), "gap", gap))
                .orElseGet(() -> TEXTS.say("change.told", "who", who, "series", HubText.series(series)));
    }

    /** What becomes of the next meeting whose hour the clocks leave out; empty where there is none. */
    static Optional<String> gap(MeetingRule rule, Instant now) {
        return rule.nextGap(now)
                .map(date -> TEXTS.say(
                        "series.gap",
                        "day",
                        HubText.day(date),
                        "time",
                        rule.time().toString(),
                        "later",
                        rule.start(date).toLocalTime().toString()));
    }

    private static Outcome end(Timetable timetable, NamedRule series) {
        if (!series.id().equals(Slot.FIRST)) {
            return Outcome.changed(
                    timetable.without(series.id()),
                    who -> TEXTS.say("change.told.ended", "who", who, "series", HubText.series(series)));
        }
        return series.bySettings()
                ? Outcome.problem(END, TEXTS.say("change.by-setup-already"))
                : Outcome.changed(
                        timetable.with(new NamedRule(Slot.FIRST, series.rule(), true, false)),
                        who -> TEXTS.say("change.told.by-setup", "who", who));
    }
}
