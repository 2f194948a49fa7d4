package dev.lectern.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When those who have not voted are reminded: once, half-way between opening and close. So it is never later than
 * one and a half hours before the close, and a ballot of less than three hours has none: who is there sees it.
 */
final class VoteReminder {
    static final Duration SHORTEST_BALLOT = Duration.ofHours(3);

    private VoteReminder() {}

    /** Empty for a ballot that is too short. */
    static Optional<Instant> of(Instant opens, Instant closes) {
        Duration length = Duration.between(opens, closes);
        return length.compareTo(SHORTEST_BALLOT) < 0 ? Optional.empty() : Optional.of(opens.plus(length.dividedBy(2)));
    }

    /**
     * Of a ballot that is put off: half-way to its new close, where that is still ahead. Who was reminded before is not
     * again: a member gets one reminder of a ballot.
     */
    static Optional<Instant> putOff(Instant opens, Instant closes, Instant now) {
        return of(opens, closes).filter(at -> at.isAfter(now));
    }
}
