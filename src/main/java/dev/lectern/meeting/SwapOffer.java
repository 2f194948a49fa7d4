package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A presenter offers a date to others. Immutable: every change is a copy.
 *
 * @param by who presents then, or was asked to, when offering
 * @param to whom it is offered; empty for everybody
 * @param takenBy who took it
 * @param inReturn the taker's date that went to {@code by}; empty where the taker had none to give
 * @param refused whether the one whom it was offered to said no
 */
public record SwapOffer(
        SwapId id,
        MeetingId meeting,
        UserId by,
        Optional<UserId> to,
        Optional<UserId> takenBy,
        Optional<MeetingId> inReturn,
        boolean refused) {

    public SwapOffer {
        if (refused && (to.isEmpty() || takenBy.isPresent())) {
            throw new IllegalArgumentException("nobody can have refused " + id);
        }
        if (inReturn.isPresent() && takenBy.isEmpty()) {
            throw new IllegalArgumentException("something in return for what nobody took: " + id);
        }
    }

    static SwapOffer of(SwapId id, MeetingId meeting, UserId by, Optional<UserId> to) {
        return new SwapOffer(id, meeting, by, to, Optional.empty(), Optional.empty(), false);
    }

    SwapOffer taken(UserId taker, Optional<MeetingId> returned) {
        return new SwapOffer(id, meeting, by, to, Optional.of(taker), returned, false);
    }

    SwapOffer refusedBy(UserId user) {
        if (!to.equals(Optional.of(user))) {
            throw new IllegalArgumentException(user + " was not offered " + id);
        }
        return new SwapOffer(id, meeting, by, to, Optional.empty(), Optional.empty(), true);
    }

    /** Whether the date is still the offerer's to give, and not said no to. */
    boolean isOpen(Meeting now, Instant when) {
        return !refused && takenBy.isEmpty() && Swap.isTheirs(now, by, when);
    }
}
