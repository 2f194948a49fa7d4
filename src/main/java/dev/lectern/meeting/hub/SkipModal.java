package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.context;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One meeting that does not take place. */
final class SkipModal implements HubModal {
    private static final Texts TEXTS = Texts.of(SkipModal.class);
    private static final String MEETING = "meeting";

    @Override
    public String name() {
        return "meetings.skip";
    }

    @Override
    public String label() {
        return TEXTS.say("skip.label");
    }

    @Override
    public String title() {
        return TEXTS.say("skip.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("skip.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        List<Occurrence> next = timetable.next(now, MoveModal.CHOICES);
        return next.isEmpty()
                ? List.of(context(TEXTS.say("skip.none")))
                : List.of(
                        HubText.meetings(MEETING, TEXTS.say("form.which"), next, timetable),
                        context(TEXTS.say("skip.about")));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<Occurrence> chosen = sent.value(MEETING)
                .map(Slot::parse)
                .flatMap(timetable::at)
                .filter(one -> one.start().isAfter(now));
        return chosen.map(meeting -> Outcome.changed(
                        timetable.skip(meeting.slot()),
                        who -> TEXTS.say(
                                "skip.told", "who", who, "when", HubText.when(meeting.start(), timetable.zone()))))
                .orElseGet(() -> Outcome.problem(MEETING, TEXTS.say("form.no-longer-ahead")));
    }
}
