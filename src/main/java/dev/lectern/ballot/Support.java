package dev.lectern.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much a nominated paper is wanted at an instant, in people: those who would have liked to read it in the one of its
 * ballots that speaks most for it, and those who seconded it. The same people asked again are not more people, so
 * ballots do not add up. Everybody counts half as much with every {@link #HALF_LIFE}.
 *
 * @param vote the ballot that speaks most for it, where any does; one that it won says nothing about wanting it again
 * @param seconds how many seconded it
 * @param value people, faded; 0 where nobody asked for it
 */
public record Support(Optional<Showing> vote, int seconds, double value) {
    public static final Duration HALF_LIFE = Duration.ofDays(60);

    static final Comparator<Support> MOST_FIRST =
            Comparator.comparingDouble(Support::value).reversed();

    static Support at(Instant now, List<Showing> showings, List<Second> seconds) {
        Optional<Showing> best = showings.stream()
                .filter(showing -> showing.result() != Showing.Result.WON && showing.liking() > 0)
                .max(Comparator.<Showing>comparingDouble(showing -> left(showing, now))
                        .thenComparing(Showing::at));
        double voted = best.map(showing -> left(showing, now)).orElse(0.0);
        double seconded =
                seconds.stream().mapToDouble(second -> left(second.at(), now)).sum();
        return new Support(best, seconds.size(), voted + seconded);
    }

    private static double left(Showing showing, Instant now) {
        return showing.liking() * left(showing.at(), now);
    }

    /** What is left of one person's wish: 1 when it is new, a half after one half-life, a quarter after two. */
    static double left(Instant since, Instant now) {
        long age = Math.max(0, Duration.between(since, now).toMillis());
        return Math.pow(0.5, (double) age / HALF_LIFE.toMillis());
    }
}
