package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a series of meetings is, and how long one lasts. */
final class PlaceModal implements HubModal {
    private static final Texts TEXTS = Texts.of(PlaceModal.class);
    private static final String SERIES = "series";

    @Override
    public String name() {
        return "meetings.place";
    }

    @Override
    public String label() {
        return TEXTS.say("place.label");
    }

    @Override
    public String title() {
        return TEXTS.say("place.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("place.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        MeetingRule first = timetable.series().get(0).rule();
        return List.of(
                HubText.serieses(SERIES, TEXTS.say("place.of-which"), timetable),
                HubText.place(first.place()),
                HubText.length(first.length()));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<NamedRule> series = sent.value(SERIES).flatMap(timetable::find);
        if (series.isEmpty()) {
            return Outcome.problem(SERIES, TEXTS.say("form.series-ended"));
        }
        Optional<Duration> length = HubText.length(sent);
        if (length.isEmpty()) {
            return HubText.noLength();
        }
        Optional<String> place = HubText.place(sent);
        Timetable changed = timetable.at(series.get().id(), place, length.get());
        return changed.equals(timetable)
                ? new Outcome.Nothing()
                : Outcome.changed(changed, who -> told(who, place, length.get().toMinutes()));
    }

    private static String told(String who, Optional<String> place, long minutes) {
        return place.map(there -> TEXTS.say("place.told", "who", who, "place", line(there), "minutes", minutes))
                .orElseGet(() -> TEXTS.say("place.told.none", "who", who, "minutes", minutes));
    }
}
