package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.context;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MomentForm;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another time for one meeting, which keeps its paper, its people and its vote. */
final class MoveModal implements HubModal {
    private static final Texts TEXTS = Texts.of(MoveModal.class);
    static final int CHOICES = 12;
    private static final String MEETING = "meeting";

    @Override
    public String name() {
        return "meetings.move";
    }

    @Override
    public String label() {
        return TEXTS.say("move.label");
    }

    @Override
    public String title() {
        return TEXTS.say("move.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("move.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        List<Occurrence> next = timetable.next(now, CHOICES);
        if (next.isEmpty()) {
            return List.of(context(TEXTS.say("move.none")));
        }
        LocalTime time = next.get(0).start().atZone(timetable.zone()).toLocalTime();
        List<Block> blocks = new ArrayList<>();
        blocks.add(HubText.meetings(MEETING, TEXTS.say("form.which"), next, timetable));
        blocks.addAll(HubText.moment(timetable.zone(), Optional.empty(), time));
        blocks.add(context(TEXTS.say("move.about")));
        return blocks;
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<Occurrence> chosen = sent.value(MEETING)
                .map(Slot::parse)
                .flatMap(timetable::at)
                .filter(one -> one.start().isAfter(now));
        if (chosen.isEmpty()) {
            return Outcome.problem(MEETING, TEXTS.say("form.no-longer-ahead"));
        }
        ZoneId zone = timetable.zone();
        if (HubText.moment(sent).parse(zone, now) instanceof MomentForm.Invalid invalid) {
            return HubText.beside(invalid);
        }
        Instant start = ((MomentForm.Valid) HubText.moment(sent).parse(zone, now)).start();
        if (start.equals(chosen.get().start())) {
            return new Outcome.Nothing();
        }
        return paused(timetable, start)
                .orElseGet(() -> Outcome.changed(
                        timetable.move(chosen.get().slot(), start),
                        who -> TEXTS.say(
                                "move.told",
                                "who",
                                who,
                                "from",
                                HubText.when(chosen.get().start(), zone),
                                "to",
                                HubText.when(start, zone))));
    }

    /** A problem where the group pauses then. */
    static Optional<Outcome> paused(Timetable timetable, Instant start) {
        return timetable
                .pauseOn(start.atZone(timetable.zone()).toLocalDate())
                .map(pause ->
                        Outcome.problem(HubText.DATE, TEXTS.say("move.pause", "until", HubText.day(pause.until()))));
    }
}
