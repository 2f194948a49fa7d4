package dev.lectern.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a person most likely meant by a word that is not known. */
public final class NearestWord {
    private static final int FARTHEST = 3;
    private static final int SHORTEST_PREFIX = 3;
    /** Two neighbours swapped are two edits but one slip, so that one edit more than the farthest may still do. */
    private static final LevenshteinDistance EDITS = new LevenshteinDistance(FARTHEST + 1);

    private static final int TOO_FAR = Integer.MAX_VALUE;

    private NearestWord() {}

    /**
     * The known word nearest to the given one, case aside: fewest slips, where a slip is a letter too many, too few or
     * wrong, or two neighbours swapped (once a word); at most one slip for every three letters, three at most. A
     * beginning of three letters or more counts as one slip. Between equals, the alphabet decides.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        String typed = word.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return known.stream()
                .map(candidate -> new Near(candidate, slips(typed, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.slips() <= allowed(typed, near.word()))
                .min(Comparator.comparingInt(Near::slips).thenComparing(Near::word))
                .map(Near::word);
    }

    private static int allowed(String typed, String candidate) {
        int letters = Math.max(typed.length(), candidate.length());
        return Math.min(FARTHEST, Math.max(1, letters / 3));
    }

    private static int slips(String typed, String candidate) {
        if (typed.equals(candidate)) {
            return 0;
        }
        if (typed.length() >= SHORTEST_PREFIX && candidate.startsWith(typed)) {
            return 1;
        }
        int plain = EDITS.apply(typed, candidate);
        if (plain < 0) {
            return TOO_FAR;
        }
        return IntStream.range(1, typed.length())
                .map(at -> EDITS.apply(swapped(typed, at), candidate))
                .filter(edits -> edits >= 0)
                .map(edits -> edits + 1)
                .reduce(plain, Math::min);
    }

    private static String swapped(String word, int at) {
        return word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    }

    private record Near(String word, int slips) {}
}
