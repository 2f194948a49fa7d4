package dev.lectern.ballot.count;

import dev.lectern.text.Texts;
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
    APPROVAL("approval", "approval", Preference.Kind.APPROVALS),
    /** The most first choices win, majority or not. */
    PLURALITY("plurality", "plurality", Preference.Kind.CHOICE),
    /** Hillinger 2005. */
    SCORE("score", "score", Preference.Kind.SCORES),
    /** The Equal Vote Coalition's rules, its official tie-breaking protocol among them. */
    STAR("star", "star", Preference.Kind.SCORES),
    /** With whole votes for equal ranks: Delemazure and Peters 2024. */
    INSTANT_RUNOFF("irv", "instantrunoff", Preference.Kind.RANKING),
    /** Schulze 2011, by winning votes. */
    SCHULZE("schulze", "schulze", Preference.Kind.RANKING),
    /** Borda 1781; equal ranks and partial lists as Black 1976. */
    BORDA("borda", "borda", Preference.Kind.RANKING);

    private static final Texts TEXTS = Texts.of(Method.class);

    private final String word;
    private final String longWord;
    private final Preference.Kind asks;

    Method(String word, String longWord, Preference.Kind asks) {
        this.word = word;
        this.longWord = longWord;
        this.asks = asks;
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
                throw new IllegalArgumentException(word + " cannot count " + bundle.vote());
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

    /** By its word, such as {@code irv}, or its longer one, such as {@code instant-runoff}; case, blanks and hyphens aside. */
    public static Optional<Method> of(String word) {
        String letters = letters(word);
        return Arrays.stream(values())
                .filter(method -> letters.equals(method.word) || letters.equals(method.longWord))
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
        return TEXTS.say("label." + word);
    }

    /** What a voter is asked for. */
    public Preference.Kind asks() {
        return asks;
    }

    /** One sentence for members. */
    public String howItWorks() {
        return TEXTS.say("how." + word);
    }
}
