package dev.lectern.ballot.count;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to count, approval being the default. Each is a pure function of the votes, the order of nomination and the
 * lot's seed. Ties are broken by the method's own rule, where it has one; then the earlier nomination wins; then the lot.
 */
public enum Method {
    /** Brams and Fishburn 1978. */
    APPROVAL(
            "approval",
            "Approval",
            Preference.Kind.APPROVALS,
            "Mark as many as you like; the one that most people marked wins."),
    /** The most first choices win, majority or not. */
    PLURALITY("plurality", "Plurality", Preference.Kind.CHOICE, "Choose one; the one that most people chose wins."),
    /** Hillinger 2005. */
    SCORE("score", "Score", Preference.Kind.SCORES, "Give each 0 to 5 stars; the one with the most stars in all wins."),
    /** The Equal Vote Coalition's rules, its official tie-breaking protocol among them. */
    STAR(
            "star",
            "STAR",
            Preference.Kind.SCORES,
            "Give each 0 to 5 stars; of the two with the most stars, the one that more people gave more stars wins."),
    /** With whole votes for equal ranks: Delemazure and Peters 2024. */
    INSTANT_RUNOFF(
            "irv",
            "Instant runoff",
            Preference.Kind.RANKING,
            "Rank them; the one with the fewest first ranks goes, its votes move on to the next on each list, and so on"
                    + " until one is left."),
    /** Schulze 2011, by winning votes. */
    SCHULZE(
            "schulze",
            "Schulze",
            Preference.Kind.RANKING,
            "Rank them; each is compared with each, and the one that beats every other, directly or by a stronger chain"
                    + " of wins, wins."),
    /** Borda 1781; equal ranks and partial lists as Black 1976. */
    BORDA(
            "borda",
            "Borda",
            Preference.Kind.RANKING,
            "Rank them; each list gives a point for every one ranked below, and the one with the most points wins.");

    private final String word;
    private final String label;
    private final Preference.Kind asks;
    private final String howItWorks;

    Method(String word, String label, Preference.Kind asks, String howItWorks) {
        this.word = word;
        this.label = label;
        this.asks = asks;
        this.howItWorks = howItWorks;
    }

    /**
     * Counts. The same profile and seed give the same outcome, on every machine, whatever order the bundles have.
     *
     * @param seed of the lot, told before anybody voted; it matters only where nominations at the same instant are tied
     * @throws IllegalArgumentException where a vote is neither blank nor of the kind that this method asks for
     */
    public Outcome count(Profile profile, String seed) {
        for (Bundle bundle : profile.bundles()) {
            if (!bundle.vote().is(asks)) {
                throw new IllegalArgumentException(label + " cannot count " + bundle.vote());
            }
        }
        return switch (this) {
            case APPROVAL -> Sums.approval(profile, seed);
            case PLURALITY -> Sums.plurality(profile, seed);
            case SCORE -> Sums.score(profile, seed);
            case STAR -> Star.count(profile, seed);
            case INSTANT_RUNOFF -> InstantRunoff.count(profile, seed);
            case SCHULZE -> Schulze.count(profile, seed);
            case BORDA -> Sums.borda(profile, seed);
        };
    }

    /** By its word, such as {@code irv}, or its label, such as {@code instant-runoff}; case, blanks and hyphens aside. */
    public static Optional<Method> of(String word) {
        String letters = letters(word);
        return Arrays.stream(values())
                .filter(method -> letters.equals(method.word) || letters.equals(letters(method.label)))
                .findFirst();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
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
    public Preference.Kind asks() {
        return asks;
    }

    /** One sentence for members. */
    public String howItWorks() {
        return howItWorks;
    }
}
