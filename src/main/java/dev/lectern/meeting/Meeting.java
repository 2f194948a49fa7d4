package dev.lectern.meeting;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One meeting of a group. Immutable: every change is a copy.
 *
 * @param start when it begins, the group's zone already applied
 * @param paper what is read, once a ballot has decided
 */
public record Meeting(MeetingId id, Instant start, Optional<PaperId> paper, Presenting presenting, MeetingState state) {

    /** A meeting ahead, with neither paper nor presenter. */
    public static Meeting planned(MeetingId id, Instant start) {
        return new Meeting(id, start, Optional.empty(), Presenting.nobodyYet(), MeetingState.PLANNED);
    }

    public Optional<UserId> presenter() {
        return presenting.presenter();
    }

    /** Who is being asked just now. */
    public Optional<UserId> asked() {
        return presenting.asked();
    }

    /** Who declined, in the order of declining: not to be asked again for this meeting. */
    public List<UserId> declined() {
        return presenting.declined();
    }

    /** Whether somebody is still to be found: it is ahead, and nobody presents. */
    public boolean wantsPresenter() {
        return state == MeetingState.PLANNED && presenter().isEmpty();
    }

    /** Moved to another time. */
    public Meeting at(Instant newStart) {
        return new Meeting(id, newStart, paper, presenting, state);
    }

    public Meeting withPaper(PaperId chosen) {
        return new Meeting(id, start, Optional.of(chosen), presenting, state);
    }

    /** With nothing to read yet. */
    public Meeting withoutPaper() {
        return new Meeting(id, start, Optional.empty(), presenting, state);
    }

    /** With its paper under the id by which it is known now. */
    Meeting knownAs(Map<PaperId, PaperId> canonical) {
        return new Meeting(id, start, paper.map(known -> canonical.getOrDefault(known, known)), presenting, state);
    }

    /**
     * Asks this member; whoever was being asked before no longer is. Asking is Lectern's own step, so asking where nobody
     * is wanted is a bug: IllegalStateException. See {@link #wantsPresenter}.
     */
    public Meeting ask(UserId user) {
        if (!wantsPresenter()) {
            throw new IllegalStateException("meeting " + id + " wants no presenter: " + state + ", " + presenting);
        }
        return with(presenting.asking(user));
    }

    /** The member who is being asked says yes. */
    public Answer accept(UserId user) {
        if (state != MeetingState.PLANNED) {
            return new Answer.TooLate(state);
        }
        if (presenter().isPresent()) {
            return presents(user)
                    ? new Answer.Accepted(this)
                    : new Answer.Taken(presenter().get());
        }
        return asks(user) ? new Answer.Accepted(with(presenting.presentedBy(user))) : new Answer.NotAsked();
    }

    /** A member offers to present, asked or not, also after declining; the first one to do so does. */
    public Answer volunteer(UserId user) {
        return wantsPresenter() ? ask(user).accept(user) : accept(user);
    }

    /** The member who is being asked says no, or the presenter gives the task back. */
    public Answer decline(UserId user) {
        if (state != MeetingState.PLANNED) {
            return new Answer.TooLate(state);
        }
        if (asks(user) || presents(user)) {
            return new Answer.Declined(with(presenting.declinedBy(user)));
        }
        if (declined().contains(user)) {
            return new Answer.Declined(this);
        }
        return presenter().<Answer>map(Answer.Taken::new).orElseGet(Answer.NotAsked::new);
    }

    /** After it took place. A meeting that is held or cancelled stays what it is. */
    public Meeting held() {
        return become(MeetingState.HELD);
    }

    /** Called off. A meeting that is held or cancelled stays what it is. */
    public Meeting cancelled() {
        return become(MeetingState.CANCELLED);
    }

    private boolean asks(UserId user) {
        return asked().filter(user::equals).isPresent();
    }

    private boolean presents(UserId user) {
        return presenter().filter(user::equals).isPresent();
    }

    private Meeting become(MeetingState next) {
        return state == MeetingState.PLANNED ? new Meeting(id, start, paper, presenting, next) : this;
    }

    private Meeting with(Presenting changed) {
        return new Meeting(id, start, paper, changed, state);
    }
}
