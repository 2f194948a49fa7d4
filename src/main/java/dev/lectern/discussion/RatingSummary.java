package dev.lectern.discussion;

import java.util.Collection;

/**
 * What several people thought of a paper, without telling who thought what.
 *
 * @param count how many rated it
 * @param average of what they gave, from {@link Rating#WORST} to {@link Rating#BEST}; 0 where nobody did
 * @param recommending how many of them would recommend it
 * @param saying how many of them said whether they would
 */
public record RatingSummary(int count, double average, int recommending, int saying) {
    /** Of fewer one could tell who gave what. */
    public static final int FEWEST_SHOWN = 3;

    public static RatingSummary of(Collection<Rating> ratings) {
        return new RatingSummary(
                ratings.size(),
                ratings.stream().mapToInt(Rating::worth).average().orElse(0),
                (int) ratings.stream()
                        .filter(rating -> rating.recommends().orElse(false))
                        .count(),
                (int) ratings.stream()
                        .filter(rating -> rating.recommends().isPresent())
                        .count());
    }

    /** Whether enough have rated for the average to be told. */
    public boolean isShown() {
        return count >= FEWEST_SHOWN;
    }

    /** Whether enough have said whether they would recommend it. */
    public boolean isRecommendationShown() {
        return saying >= FEWEST_SHOWN;
    }
}
