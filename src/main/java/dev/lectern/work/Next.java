package dev.lectern.work;

import java.util.List;

/**
 * When a group has next something to do, as its scripts answer.
 *
 * @param step milliseconds since the epoch, in Lectern's clock; -1 for never
 * @param message the same; 0 for at once
 */
public record Next(long step, long message) {
    private static final long NEVER = -1;

    static final Next NOTHING = new Next(NEVER, NEVER);
    static final Next AT_ONCE = new Next(0, 0);

    static Next in(Lane lane, long epochMilli) {
        return lane == Lane.STEPS ? new Next(epochMilli, NEVER) : new Next(NEVER, epochMilli);
    }

    /** @param answer of {@code next_due()} in {@code outbox.lua} */
    public static Next read(Object answer) {
        List<?> both = (List<?>) answer;
        return new Next(Long.parseLong((String) both.get(0)), Long.parseLong((String) both.get(1)));
    }
}
