package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a series of meetings is, and how long one lasts. */
final class PlaceModal implements HubModal {
    private static final String SERIES = "series";

    @Override
    public String name() {
        return "meetings.place";
    }

    @Override
    public String label() {
        return "Place or call link…";
    }

    @Override
    public String title() {
        return "Place and length";
    }

    @Override
    public String submit() {
        return "Save";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        MeetingRule first = timetable.series().get(0).rule();
        return List.of(
                HubText.serieses(SERIES, "Of which meetings", timetable),
                HubText.place(first.place()),
                HubText.length(first.length()));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<NamedRule> series = sent.value(SERIES).flatMap(timetable::find);
        if (series.isEmpty()) {
            return Outcome.problem(SERIES, "This series has ended meanwhile: choose another.");
        }
        Optional<Duration> length = HubText.length(sent);
        if (length.isEmpty()) {
            return HubText.noLength();
        }
        Optional<String> place = HubText.place(sent);
        Timetable changed = timetable.at(series.get().id(), place, length.get());
        return changed.equals(timetable)
                ? new Outcome.Nothing()
                : Outcome.changed(
                        changed,
                        "changed where we meet: "
                                + place.map(there -> line(there)).orElse("no place is set") + ", "
                                + HubText.minutes(length.get()) + ".");
    }
}
