package dev.lectern.meeting;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Shape;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One meeting of a group. Immutable: every change is a copy.
 *
 * @param start when it begins, the group's zone already applied
 * @param length how long it is meant to last; longer than zero
 * @param place where it is, or the link of its call: raw text as somebody typed it
 * @param paper what is read, once a ballot has decided
 * @param also what is read besides, in the order of reading; empty but for a meeting of several short papers
 */
@Shape(version = 2, from = MeetingBeforeLength.class)
public record Meeting(
        MeetingId id,
        Instant start,
        Duration length,
        Optional<String> place,
        Optional<PaperId> paper,
        List<PaperId> also,
        Presenting presenting,
        MeetingState state) {
    public static final Duration USUAL_LENGTH = Duration.ofHours(1);

    public Meeting {
        also = List.copyOf(also);
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a meeting of no length: " + length);
        }
    }

    /** A meeting ahead of the usual length, with neither place, paper nor presenter. */
    public static Meeting planned(MeetingId id, Instant start) {
        return new Meeting(
                id,
                start,
                USUAL_LENGTH,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Presenting.nobodyYet(),
                MeetingState.PLANNED);
    }

    /** When it is meant to end. */
    public Instant end() {
        return start.plus(length);
    }

    /** All that is read, in the order of reading; empty while nothing is chosen. */
    public List<PaperId> papers() {
        return Stream.concat(paper.stream(), also.stream()).toList();
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
        return new Meeting(id, newStart, length, place, paper, also, presenting, state);
    }

    /** As long as that, and there. */
    public Meeting lasting(Duration newLength, Optional<String> newPlace) {
        return new Meeting(id, start, newLength, newPlace, paper, also, presenting, state);
    }

    public Meeting withPaper(PaperId chosen) {
        return reading(Optional.of(chosen), also);
    }

    /** With exactly these papers, in the order of reading; at least one. */
    public Meeting withPapers(List<PaperId> chosen) {
        return reading(Optional.of(chosen.get(0)), chosen.subList(1, chosen.size()));
    }

    /** With nothing to read yet. */
    public Meeting withoutPaper() {
        return reading(Optional.empty(), List.of());
    }

    /** With its paper under the id by which it is known now. */
    Meeting knownAs(Map<PaperId, PaperId> canonical) {
        return reading(
                paper.map(known -> canonical.getOrDefault(known, known)),
                also.stream().map(known -> canonical.getOrDefault(known, known)).toList());
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

    /** Who is asked has been so since then. */
    Meeting askedAt(Instant since) {
        return with(presenting.askingSince(since));
    }

    /** Whoever is asked was asked a second time. */
    Meeting reminding(UserId user) {
        return with(presenting.reminding(user));
    }

    /** Who is asked did not answer, and is not waited for any longer. */
    Meeting silent(UserId user) {
        return asks(user) ? with(presenting.silentBy(user)) : this;
    }

    /** This user neither presents nor is asked; no answer of theirs is noted. */
    Meeting freedFrom(UserId user) {
        return with(presenting.without(user));
    }

    /** Nobody is left to ask. */
    Meeting leftOpen(Instant now) {
        return with(presenting.leftOpenAt(now));
    }

    /** Given to this user, asked or not; whoever presented or was asked before no longer is. */
    Meeting assigned(UserId user, Optional<UserId> by) {
        return with(presenting.presentedBy(user, by));
    }

    /** Whether nobody is left to ask, so that the organizer finds the presenter. */
    public boolean ownedByOrganizer() {
        return wantsPresenter() && asked().isEmpty() && presenting.leftOpen().isPresent();
    }

    /** The day on which it begins in a group's zone, wherever it was moved to. */
    LocalDate day(ZoneId zone) {
        return start.atZone(zone).toLocalDate();
    }

    /** After it took place. A meeting that is held or cancelled stays what it is. */
    public Meeting held() {
        return become(MeetingState.HELD);
    }

    /** Called off. A meeting that is held or cancelled stays what it is. */
    public Meeting cancelled() {
        return become(MeetingState.CANCELLED);
    }

    boolean asks(UserId user) {
        return asked().filter(user::equals).isPresent();
    }

    boolean presents(UserId user) {
        return presenter().filter(user::equals).isPresent();
    }

    private Meeting become(MeetingState next) {
        return state == MeetingState.PLANNED
                ? new Meeting(id, start, length, place, paper, also, presenting, next)
                : this;
    }

    private Meeting with(Presenting changed) {
        return new Meeting(id, start, length, place, paper, also, changed, state);
    }

    private Meeting reading(Optional<PaperId> first, List<PaperId> others) {
        return new Meeting(id, start, length, place, first, others, presenting, state);
    }
}
