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
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One more series of meetings beside those that there are. */
final class AddSeriesModal implements HubModal {
    private static final String WORDS = "words";
    private static final String FIRST = "first";
    private static final String ZONE = "zone";

    @Override
    public String name() {
        return "meetings.add";
    }

    @Override
    public String label() {
        return "Add a series…";
    }

    @Override
    public String title() {
        return "Add a series";
    }

    @Override
    public String submit() {
        return "Add";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        return List.of(
                section("Meetings beside those that there are, with votes and presenters of their own."),
                input(WORDS, "You also meet", textInput(HubText.ANSWER).prompting(RuleWords.EXAMPLE))
                        .hint("In words, such as “first Monday of the month at 10” or “weekdays at 9:30”."),
                input(FIRST, "From", datePicker(HubText.ANSWER).choosing(LocalDate.ofInstant(now, timetable.zone())))
                        .hint("No meeting is before; “every second …” counts from here."),
                HubText.length(MeetingRule.USUAL_LENGTH),
                HubText.place(Optional.empty()),
                input(
                                ZONE,
                                "Time zone",
                                textInput(HubText.ANSWER)
                                        .prompting(timetable.zone().getId()))
                        .hint("Only where it is not the group's. Such as America/New_York.")
                        .mayBeEmpty());
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<String> id = timetable.freeId();
        if (id.isEmpty()) {
            return Outcome.problem(
                    WORDS,
                    "A group has " + Timetable.MOST_SERIES + " series at most: end one with Change a series, or write "
                            + "several days for one.");
        }
        Optional<Duration> length = HubText.length(sent);
        if (length.isEmpty()) {
            return HubText.noLength();
        }
        Optional<String> named = sent.value(ZONE).map(String::strip).filter(text -> !text.isEmpty());
        Optional<ZoneId> zone = named.map(AddSeriesModal::zone).orElse(Optional.of(timetable.zone()));
        if (zone.isEmpty()) {
            return Outcome.problem(ZONE, "I don't know that zone: write a region and a city, such as Europe/Berlin.");
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
        NamedRule series = new NamedRule(id.get(), ((SeriesReading.Rule) read).rule(), false, named.isPresent());
        return Outcome.changed(timetable.with(series), "adds meetings: " + HubText.series(series) + ".");
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text))
                    .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone.getId()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
