package dev.lectern.meeting;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who presents at a meeting, who is being asked just now, and who is not to be asked any more, in that order of asking.
 * Nobody is in two of these places, and nobody is being asked while somebody presents.
 *
 * @param declined who said no
 * @param silent who did not answer in time; that is no declining
 * @param reminded who was asked a second time, whatever became of it
 * @param askedAt since when somebody is being asked; empty also for a question from before Lectern noted it
 * @param assignedBy who said so where the presenter did not
 * @param leftOpen since when nobody is left to ask: until somebody presents, the organizer has the meeting's presenter to
 *     find
 */
public record Presenting(
        Optional<UserId> presenter,
        Optional<UserId> asked,
        List<UserId> declined,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserId> silent,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserId> reminded,
        Optional<Instant> askedAt,
        Optional<UserId> assignedBy,
        Optional<Instant> leftOpen) {

    public Presenting {
        declined = List.copyOf(declined);
        silent = List.copyOf(silent);
        reminded = List.copyOf(reminded);
        if (presenter.isPresent() && asked.isPresent()) {
            throw new IllegalArgumentException("asked although somebody presents: " + asked.get());
        }
        List<UserId> done = Stream.concat(declined.stream(), silent.stream()).toList();
        if (Stream.concat(presenter.stream(), asked.stream()).anyMatch(done::contains)) {
            throw new IllegalArgumentException("declined and still there: " + done);
        }
        if (done.stream().distinct().count() < done.size()) {
            throw new IllegalArgumentException("declined twice: " + done);
        }
    }

    /** Nobody was silent so far. */
    public Presenting(Optional<UserId> presenter, Optional<UserId> asked, List<UserId> declined) {
        this(presenter, asked, declined, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Nobody was asked yet. */
    public static Presenting nobodyYet() {
        return new Presenting(Optional.empty(), Optional.empty(), List.of());
    }

    Presenting asking(UserId user) {
        return new Presenting(
                Optional.empty(),
                Optional.of(user),
                without(declined, user),
                without(silent, user),
                reminded,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Presenting askingSince(Instant instant) {
        return new Presenting(presenter, asked, declined, silent, reminded, Optional.of(instant), assignedBy, leftOpen);
    }

    Presenting reminding(UserId user) {
        List<UserId> more = new ArrayList<>(without(reminded, user));
        more.add(user);
        return new Presenting(presenter, asked, declined, silent, more, askedAt, assignedBy, leftOpen);
    }

    Presenting presentedBy(UserId user) {
        return presentedBy(user, Optional.empty());
    }

    Presenting presentedBy(UserId user, Optional<UserId> because) {
        return new Presenting(
                Optional.of(user),
                Optional.empty(),
                without(declined, user),
                without(silent, user),
                reminded,
                Optional.empty(),
                because,
                Optional.empty());
    }

    Presenting declinedBy(UserId user) {
        Presenting rest = without(user);
        return new Presenting(
                rest.presenter,
                rest.asked,
                with(rest.declined, user),
                without(silent, user),
                reminded,
                rest.askedAt,
                rest.assignedBy,
                leftOpen);
    }

    Presenting silentBy(UserId user) {
        Presenting rest = without(user);
        return new Presenting(
                rest.presenter,
                rest.asked,
                rest.declined,
                with(rest.silent, user),
                reminded,
                rest.askedAt,
                rest.assignedBy,
                leftOpen);
    }

    /** This user neither presents nor is asked; if either was so, nobody takes the place for now. */
    Presenting without(UserId user) {
        Optional<UserId> stays = presenter.filter(other -> !other.equals(user));
        Optional<UserId> stillAsked = asked.filter(other -> !other.equals(user));
        return new Presenting(
                stays,
                stillAsked,
                declined,
                silent,
                reminded,
                askedAt.filter(since -> stillAsked.isPresent()),
                assignedBy.filter(by -> stays.isPresent()),
                leftOpen);
    }

    /** Nobody is left to ask; a time noted before stands. */
    Presenting leftOpenAt(Instant now) {
        return new Presenting(
                presenter, asked, declined, silent, reminded, askedAt, assignedBy, Optional.of(leftOpen.orElse(now)));
    }

    private static List<UserId> without(List<UserId> users, UserId user) {
        return users.stream().filter(other -> !other.equals(user)).toList();
    }

    private static List<UserId> with(List<UserId> users, UserId user) {
        List<UserId> more = new ArrayList<>(without(users, user));
        more.add(user);
        return more;
    }
}
