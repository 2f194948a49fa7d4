package dev.lectern.remember;

import dev.lectern.discussion.Rating;
import java.util.Collection;
import java.util.Optional;

/**
 * How a paper was rated after a meeting, without who rated it how.
 *
 * @param raters how many rated it
 * @param average from {@link Rating#WORST} to {@link Rating#BEST}; empty while so few rated it that one could tell who
 * @param recommending how many would recommend it
 */
public record Stars(int raters, Optional<Double> average, int recommending) {
    /** Fewer than that, and whoever knows one rating knows too much about the other. */
    public static final int FEWEST = 3;

    static Stars of(Collection<Rating> ratings) {
        int recommending = (int) ratings.stream()
                .filter(rating -> rating.recommends().orElse(false))
                .count();
        return new Stars(
                ratings.size(),
                ratings.size() < FEWEST
                        ? Optional.empty()
                        : Optional.of(ratings.stream()
                                .mapToInt(Rating::worth)
                                .average()
                                .orElseThrow()),
                recommending);
    }

    boolean isAtLeast(double wanted) {
        return average.filter(known -> known >= wanted).isPresent();
    }
}
