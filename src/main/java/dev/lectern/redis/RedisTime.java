package dev.lectern.redis;

import java.time.Instant;

/** What time it was in Redis when this process' {@link System#nanoTime()} was {@code nanos}. */
record RedisTime(Instant time, long nanos) {

    /** The time that Redis said in answer to a question: taken for the middle between question and answer. */
    static RedisTime said(Instant time, long asked, long answered) {
        return new RedisTime(time.plusNanos((answered - asked) / 2), answered);
    }

    /** The time in Redis at that reading of {@link System#nanoTime()}, as far as is known from here. */
    Instant at(long later) {
        return time.plusNanos(later - nanos);
    }

    /**
     * Redis was asked again. Its answer was made between question and return, so it proves bounds: what was known is
     * kept within them and else moved into them. A slow answer says little, and so changes little.
     */
    RedisTime corrected(Instant said, long asked, long answered) {
        Instant earliest = said;
        Instant latest = said.plusNanos(answered - asked);
        Instant believed = at(answered);
        if (believed.isBefore(earliest)) {
            believed = earliest;
        } else if (believed.isAfter(latest)) {
            believed = latest;
        }
        return new RedisTime(believed, answered);
    }
}
