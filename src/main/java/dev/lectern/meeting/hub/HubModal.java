package dev.lectern.meeting.hub;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Input;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import java.time.Instant;
import java.util.List;

/** One form of the organizer's hub: a button there opens it, and it changes the timetable. */
interface HubModal {
    /** Such as {@code meetings.move}, and the same for ever: it is in messages. */
    String name();

    /** On the button. */
    String label();

    String title();

    /** On the button that sends it. */
    String submit();

    List<Block> blocks(Group group, Timetable timetable, Instant now);

    Outcome read(Group group, Timetable timetable, Instant now, Submission sent);

    default String opens() {
        return name() + "/1";
    }

    default String callback() {
        return name() + ".save/1";
    }

    default Modal modal(Group group, Timetable timetable, Instant now) {
        List<Block> blocks = blocks(group, timetable, now);
        Modal modal = Modal.of(callback(), title(), blocks)
                .close(HubText.cancel())
                .privateMetadata(group.id().toString());
        boolean asks = blocks.stream().anyMatch(Input.class::isInstance);
        return Limits.fit(asks ? modal.submit(submit()) : modal);
    }
}
