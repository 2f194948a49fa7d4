package dev.lectern.meeting.rotation;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an organizer changed about an order by hand, oldest first. One step forward makes whoever is first the
 * last; one step back makes whoever is last the first. The one undoes the other.
 */
public record Moves(List<Move> moves) {
    public static final Moves NONE = new Moves(List.of());

    /**
     * One step.
     *
     * @param when the date of the turn that it is made for, in the group's zone
     * @param forward whether the member became last, or first
     */
    public record Move(UserId who, LocalDate when, boolean forward) {}

    public Moves {
        moves = List.copyOf(moves);
    }

    /**
     * @param order as it stands, the next one first; nobody is passed over where nobody else is there
     * @param date of the turn that is next
     */
    public Moves forward(List<UserId> order, LocalDate date) {
        return step(order, true, date);
    }

    /** @param order as it stands, the next one first; nothing happens where nobody else is there */
    public Moves back(List<UserId> order, LocalDate date) {
        return step(order, false, date);
    }

    private Moves step(List<UserId> order, boolean forward, LocalDate date) {
        if (order.size() < 2) {
            return this;
        }
        if (undoes(forward, date)) {
            return new Moves(moves.subList(0, moves.size() - 1));
        }
        UserId who = forward ? order.get(0) : order.get(order.size() - 1);
        return new Moves(Stream.concat(moves.stream(), Stream.of(new Move(who, date, forward)))
                .toList());
    }

    /** Only for the same turn: later ones were given by it. */
    private boolean undoes(boolean forward, LocalDate date) {
        return !moves.isEmpty()
                && moves.get(moves.size() - 1).forward() != forward
                && moves.get(moves.size() - 1).when().equals(date);
    }
}
