package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import java.util.List;
import java.util.Set;

/** Whose turn it is, from what the stores know. Reads the group as it stands. */
public final class TurnsReader {
    private final MeetingStore meetings;

    public TurnsReader(MeetingStore meetings) {
        this.meetings = meetings;
    }

    /**
     * Who could present at a meeting, in the order in which to ask.
     *
     * @param unavailable who is not to be asked besides
     */
    List<UserId> order(Group group, Meeting meeting, Set<UserId> unavailable) {
        return Rotation.order(group.members(), history(group, meeting), unavailable);
    }

    /** Who presented before, and who is to present at the other meetings ahead. */
    private List<Presented> history(Group group, Meeting asking) {
        return meetings.all(group.id()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED
                        && !meeting.id().equals(asking.id()))
                .flatMap(meeting -> meeting.presenter().stream()
                        .map(who -> new Presented(who, meeting.id().date())))
                .toList();
    }
}
