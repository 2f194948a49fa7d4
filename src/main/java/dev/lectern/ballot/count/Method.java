package dev.lectern.ballot.count;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways to count. Each constant's sources are told at its class. */
public enum Method {
    APPROVAL(
            "approval",
            "Approval",
            Vote.Kind.APPROVALS,
            "Mark as many as you like; the one that most people marked wins."),
    PLURALITY("plurality", "Plurality", Vote.Kind.CHOICE, "Choose one; the one that most people chose wins."),
    SCORE("score", "Score", Vote.Kind.SCORES, "Give each 0 to 5 stars; the one with the most stars in all wins."),
    STAR(
            "star",
            "STAR",
            Vote.Kind.SCORES,
            "Give each 0 to 5 stars; of the two with the most stars, the one that more people gave more stars wins."),
    INSTANT_RUNOFF(
            "irv",
            "Instant runoff",
            Vote.Kind.RANKING,
            "Rank them; the one with the fewest first ranks goes, its votes move on to the next on each list, and so on"
                    + " until one is left."),
    SCHULZE(
            "schulze",
            "Schulze",
            Vote.Kind.RANKING,
            "Rank them; each is compared with each, and the one that beats every other, directly or by a stronger chain"
                    + " of wins, wins."),
    BORDA(
            "borda",
            "Borda",
            Vote.Kind.RANKING,
            "Rank them; each list gives a point for every one ranked below, and the one with the most points wins.");

    private final String word;
    private final String label;
    private final Vote.Kind asks;
    private final String howItWorks;

    Method(String word, String label, Vote.Kind asks, String howItWorks) {
        this.word = word;
        this.label = label;
        this.asks = asks;
        this.howItWorks = howItWorks;
    }

    /** By its word on the command line and in files, such as {@code irv}; case aside. */
    public static Optional<Method> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** All words, the default first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Method::word).toList();
    }

    /** On the command line, in settings and in files. */
    public String word() {
        return word;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What a voter is asked for. */
    public Vote.Kind asks() {
        return asks;
    }

    /** One sentence for members. */
    public String howItWorks() {
        return howItWorks;
    }
}
