package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Outbound;
import dev.lectern.work.Change;
import dev.lectern.work.Outgoing;
import java.util.HashSet;
import java.util.Set;

/** Asks one member after the other to present, in fair order. Reads the group as it stands; writes to the change. */
final class Presenters {
    static final String ASK = "presenter.ask";
    static final String NONE = "presenter.none";

    private final MeetingStore meetings;
    private final TurnsReader turns;

    Presenters(MeetingStore meetings, TurnsReader turns) {
        this.meetings = meetings;
        this.turns = turns;
    }

    /** Asks whoever's turn it is; where everybody declined, asks the channel. */
    void askNext(Change change, Group group, Meeting meeting) {
        Set<UserId> unavailable = new HashSet<>(meeting.declined());
        turns.order(group, meeting, unavailable).stream()
                .findFirst()
                .ifPresentOrElse(
                        member -> ask(change, group, meeting.ask(member), member),
                        () -> nobodyLeft(change, group, meeting));
    }

    private void ask(Change change, Group group, Meeting meeting, UserId member) {
        meetings.save(change, meeting);
        change.send(shown(meeting, member));
    }

    private void nobodyLeft(Change change, Group group, Meeting meeting) {
        meetings.save(change, meeting);
        change.send(Outbound.toChannel(
                NONE + "/" + meeting.id(), group.id().channel(), PresenterMessages.nobodyLeft(meeting, group)));
    }

    /** Wishes for a redraw of the question, or of the presenter's own note, because something about the meeting changed. */
    static void redraw(Change change, Meeting meeting) {
        meeting.asked().ifPresent(member -> change.send(shown(meeting, member)));
        meeting.presenter().ifPresent(member -> change.send(shown(meeting, member)));
    }

    /** The member's direct message about a meeting, which always shows how things stand. */
    static Outgoing shown(Meeting meeting, UserId member) {
        return Outbound.shownTo(member, ASK, meeting.id() + "/" + member);
    }
}
