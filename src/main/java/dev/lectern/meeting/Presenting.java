package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who presents at a meeting, who is being asked just now, and who declined, in that order of asking. Nobody is in two of
 * these places, and nobody is being asked while somebody presents.
 */
public record Presenting(Optional<UserId> presenter, Optional<UserId> asked, List<UserId> declined) {

    public Presenting {
        declined = List.copyOf(declined);
        if (presenter.isPresent() && asked.isPresent()) {
            throw new IllegalArgumentException("asked although somebody presents: " + asked.get());
        }
        if (Stream.concat(presenter.stream(), asked.stream()).anyMatch(declined::contains)) {
            throw new IllegalArgumentException("declined and still there: " + declined);
        }
        if (declined.stream().distinct().count() < declined.size()) {
            throw new IllegalArgumentException("declined twice: " + declined);
        }
    }

    /** Nobody was asked yet. */
    public static Presenting nobodyYet() {
        return new Presenting(Optional.empty(), Optional.empty(), List.of());
    }

    Presenting asking(UserId user) {
        return new Presenting(Optional.empty(), Optional.of(user), declinedWithout(user));
    }

    Presenting presentedBy(UserId user) {
        return new Presenting(Optional.of(user), Optional.empty(), declined);
    }

    Presenting declinedBy(UserId user) {
        List<UserId> more = new ArrayList<>(declinedWithout(user));
        more.add(user);
        return new Presenting(
                presenter.filter(other -> !other.equals(user)), asked.filter(other -> !other.equals(user)), more);
    }

    private List<UserId> declinedWithout(UserId user) {
        return declined.stream().filter(other -> !other.equals(user)).toList();
    }
}
