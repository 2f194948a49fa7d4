package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.context;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One meeting that does not take place. */
final class SkipModal implements HubModal {
    private static final String MEETING = "meeting";

    @Override
    public String name() {
        return "meetings.skip";
    }

    @Override
    public String label() {
        return "Skip a meeting…";
    }

    @Override
    public String title() {
        return "Skip a meeting";
    }

    @Override
    public String submit() {
        return "Skip";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        List<Occurrence> next = timetable.next(now, MoveModal.CHOICES);
        return next.isEmpty()
                ? List.of(context("No meeting is ahead, so there is none to skip."))
                : List.of(
                        HubText.meetings(MEETING, "Which", next, timetable),
                        context(
                                "Its presenter and the channel are told. An open vote for it is called off, and its papers "
                                        + "stay in the backlog."));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<Occurrence> chosen = sent.value(MEETING)
                .map(Slot::parse)
                .flatMap(timetable::at)
                .filter(one -> one.start().isAfter(now));
        return chosen.map(meeting -> Outcome.changed(
                        timetable.skip(meeting.slot()),
                        "called off the meeting on " + HubText.when(meeting.start(), timetable.zone()) + "."))
                .orElseGet(() -> Outcome.problem(MEETING, "This meeting is no longer ahead: choose another."));
    }
}
