package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.RuleWords;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.ZoneWords;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One more series of meetings beside those that there are. */
final class AddSeriesModal implements HubModal {
    private static final Texts TEXTS = Texts.of(AddSeriesModal.class);
    private static final String WORDS = "words";
    private static final String FIRST = "first";
    private static final String ZONE = "zone";

    @Override
    public String name() {
        return "meetings.add";
    }

    @Override
    public String label() {
        return TEXTS.say("add.label");
    }

    @Override
    public String title() {
        return TEXTS.say("add.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("add.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        return List.of(
                section(TEXTS.say("add.about")),
                input(WORDS, TEXTS.say("add.words"), textInput(HubText.ANSWER).prompting(RuleWords.anExample()))
                        .hint(TEXTS.say("add.words.hint")),
                input(
                                FIRST,
                                TEXTS.say("form.from"),
                                datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone())))
                        .hint(TEXTS.say("add.from.hint")),
                HubText.length(MeetingRule.USUAL_LENGTH),
                HubText.place(Optional.empty()),
                input(
                                ZONE,
                                TEXTS.say("add.zone"),
                                textInput(HubText.ANSWER)
                                        .prompting(timetable.zone().getId()))
                        .hint(TEXTS.say("add.zone.hint"))
                        .mayBeEmpty());
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<String> id = timetable.freeId();
        if (id.isEmpty()) {
            return Outcome.problem(WORDS, TEXTS.say("add.too-many", "most", Timetable.MOST_SERIES));
        }
        Optional<Duration> length = HubText.length(sent);
        if (length.isEmpty()) {
            return HubText.noLength();
        }
        Optional<String> named = sent.value(ZONE).map(String::strip).filter(text -> !text.isEmpty());
        Optional<ZoneId> said = zoneIn(sent.value(WORDS).orElse(""));
        Optional<ZoneId> zone =
                named.map(ZoneWords::named).orElseGet(() -> said.or(() -> Optional.of(timetable.zone())));
        if (zone.isEmpty()) {
            return Outcome.problem(ZONE, TEXTS.say("add.zone.problem"));
        }
        MeetingRule ground = timetable
                .find(Slot.FIRST)
                .orElseThrow()
                .rule()
                .at(HubText.place(sent), length.get())
                .in(zone.get());
        LocalDate first = sent.value(FIRST).map(LocalDate::parse).orElseGet(() -> LocalDate.ofInstant(now, zone.get()));
        SeriesReading.Read read =
                SeriesReading.read(sent.value(WORDS).orElse(""), ground, Optional.empty(), first, now);
        if (read instanceof SeriesReading.Problem problem) {
            return Outcome.problem(WORDS, problem.problem());
        }
        NamedRule series = new NamedRule(
                id.get(),
                ((SeriesReading.Rule) read).rule(),
                false,
                named.isPresent() || !zone.get().equals(timetable.zone()));
        return Outcome.changed(
                timetable.with(series), who -> TEXTS.say("add.told", "who", who, "series", HubText.series(series)));
    }

    /** A zone that the sentence itself names. */
    private static Optional<ZoneId> zoneIn(String words) {
        return RuleWords.read(words) instanceof RuleWords.Understood understood
                ? understood.zone().flatMap(ZoneWords::zone)
                : Optional.empty();
    }
}
