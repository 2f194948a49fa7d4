package dev.lectern.meeting.part;

import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MoveSteps;
import dev.lectern.slack.Outbound;
import dev.lectern.work.Change;

/** Whoever has a part in a meeting that is moved or called off sees it in what they were told of their part. */
public final class MovedPartSteps implements MoveSteps {
    private final PartStore parts;

    public MovedPartSteps(PartStore parts) {
        this.parts = parts;
    }

    @Override
    public void moved(Change change, Group group, Meeting before, Meeting after) {
        redraw(change, group, after);
    }

    @Override
    public void calledOff(Change change, Group group, Meeting meeting) {
        redraw(change, group, meeting);
    }

    private void redraw(Change change, Group group, Meeting meeting) {
        parts.find(group.id(), meeting.id()).ifPresent(handed -> {
            change.send(Outbound.shownIn(
                    group.id().channel(), PartSteps.LIST, meeting.id().value()));
            handed.members().forEach(member -> change.send(PartSteps.yours(meeting.id(), member)));
            handed.offers().forEach(swap -> change.send(PartSteps.offer(meeting.id(), swap)));
        });
    }
}
