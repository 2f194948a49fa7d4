package dev.lectern.discussion;

import java.util.Optional;

/**
 * What somebody thought of a paper after talking about it.
 *
 * @param worth whether it was worth the time, from 1 (no) to 5 (very much)
 * @param recommends whether they would recommend it; empty where they did not say
 */
public record Rating(int worth, Optional<Boolean> recommends) {
    public static final int WORST = 1;
    public static final int BEST = 5;

    public Rating {
        if (worth < WORST || worth > BEST) {
            throw new IllegalArgumentException("not a rating: " + worth);
        }
    }
}
