package dev.lectern.taste;

import java.util.Optional;

/**
 * How a paper suits a taste.
 *
 * @param fit from 0 to 1: how near it is to what is liked
 * @param push from 0 to 1: how near it is to what was dismissed
 * @param why what {@code fit} came from; empty where it came from nothing that is worth telling
 */
public record Judgement(double fit, double push, Optional<Why> why) {
    /** Below, a paper does not fit. */
    public static final double FITS_FROM = 0.12;

    /** What a paper fits. */
    public sealed interface Why {}

    /** It is like this one. */
    public record Like(Liked liked, String title) implements Why {}

    /** It is about this topic, written as its owner writes it. */
    public record OnTopic(String topic) implements Why {}

    public double score() {
        return fit - push;
    }

    public boolean fits() {
        return why.isPresent() && score() >= FITS_FROM;
    }

    /** Whether it is nearer to what was dismissed than to what is liked. */
    public boolean isUnwanted() {
        return score() <= -FITS_FROM;
    }
}
