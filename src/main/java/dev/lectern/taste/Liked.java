package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.Comparator;

/**
 * A paper that shaped a taste.
 *
 * @param weight what all that happened to it counts together, above zero; for a dismissed paper, how much it is not
 *     wanted
 * @param votes how many of those things are votes
 * @param because the most telling thing that happened to it
 */
public record Liked(PaperId paper, double weight, int votes, Signal because) {
    static final Comparator<Liked> STRONGEST_FIRST =
            Comparator.comparingDouble(Liked::weight).reversed().thenComparing(Liked::paper);

    /** Between 0 and 1: each more counts, and less than the one before. */
    static double strength(double weight) {
        return weight / (1 + weight);
    }
}
