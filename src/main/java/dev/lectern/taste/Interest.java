package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.Comparator;
import java.util.List;

/**
 * Papers that belong together in a taste.
 *
 * @param papers strongest first; at least one
 */
public record Interest(List<Liked> papers) {
    static final Comparator<Interest> STRONGEST_FIRST = Comparator.comparingDouble(Interest::weight)
            .reversed()
            .thenComparing(interest -> interest.papers().get(0).paper());

    public Interest {
        papers = papers.stream().sorted(Liked.STRONGEST_FIRST).toList();
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("an interest in nothing");
        }
    }

    /** What its papers count together. */
    public double weight() {
        return papers.stream().mapToDouble(Liked::weight).sum();
    }

    /** From 0 to 1. */
    public double strength() {
        return Liked.strength(weight());
    }

    /** How well a paper fits, and the nearest of the interest's papers. */
    record Match(double fit, Liked nearest, double closeness) {}

    /**
     * How well a paper fits, from 0 to 1: half by the nearest of the interest's papers, half by all of them, each as it
     * counts. Of the ways that we measured this finds most of what belongs to several interests at once.
     */
    Match match(PaperId paper, Likeness likeness) {
        Liked nearest = papers.get(0);
        double closest = 0;
        double all = 0;
        for (Liked liked : papers) {
            double closeness = likeness.closeness(paper, liked.paper());
            all += liked.weight() * closeness;
            if (closeness > closest) {
                closest = closeness;
                nearest = liked;
            }
        }
        double weight = weight();
        return new Match(Liked.strength(weight) * (closest + all / weight) / 2, nearest, closest);
    }
}
