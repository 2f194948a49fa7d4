package dev.lectern.meeting.hub;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.MomentForm;
import dev.lectern.meeting.when.OneOff;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A meeting that belongs to no series. */
final class OneMoreModal implements HubModal {
    private static final Texts TEXTS = Texts.of(OneMoreModal.class);

    @Override
    public String name() {
        return "meetings.more";
    }

    @Override
    public String label() {
        return TEXTS.say("more.label");
    }

    @Override
    public String title() {
        return TEXTS.say("more.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("more.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        MeetingRule usual = timetable.find(Slot.FIRST).orElseThrow().rule();
        List<Block> blocks = new ArrayList<>(HubText.moment(timetable.zone(), Optional.empty(), usual.time()));
        blocks.add(HubText.length(usual.length()));
        blocks.add(HubText.place(usual.place()));
        return blocks;
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Optional<Duration> length = HubText.length(sent);
        if (length.isEmpty()) {
            return HubText.noLength();
        }
        MomentForm.Parsed parsed = HubText.moment(sent).parse(timetable.zone(), now);
        if (parsed instanceof MomentForm.Invalid invalid) {
            return HubText.beside(invalid);
        }
        Instant start = ((MomentForm.Valid) parsed).start();
        Slot slot = timetable.freeSlot(start.atZone(timetable.zone()).toLocalDate());
        return MoveModal.paused(timetable, start)
                .orElseGet(() -> Outcome.changed(
                        timetable.add(new OneOff(slot, start, length.get(), HubText.place(sent))),
                        who -> TEXTS.say("more.told", "who", who, "when", HubText.when(start, timetable.zone()))));
    }
}
