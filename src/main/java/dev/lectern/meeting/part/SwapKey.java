package dev.lectern.meeting.part;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.util.Optional;

/** An offer to swap parts of a meeting, as messages and buttons name it. */
record SwapKey(MeetingId meeting, Handed.Swap swap) {
    private static final String NOTHING = "-";

    String write() {
        return String.join(
                "/",
                meeting.value(),
                swap.from().value(),
                swap.mine(),
                swap.to().value(),
                swap.theirs().orElse(NOTHING));
    }

    /** @throws IllegalArgumentException for anything else */
    static SwapKey read(String key) {
        String[] parts = key.split("/");
        if (parts.length != 5) {
            throw new IllegalArgumentException("not an offer: " + key);
        }
        return new SwapKey(
                MeetingId.parse(parts[0]),
                new Handed.Swap(
                        new UserId(parts[1]),
                        parts[2],
                        new UserId(parts[3]),
                        Optional.of(parts[4]).filter(theirs -> !theirs.equals(NOTHING))));
    }
}
