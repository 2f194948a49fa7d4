package dev.lectern.paper;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Odd texts from a seed. */
public final class RandomText {
    private static final List<String> PIECES = List.of(
            "model",
            "Agents",
            "learning",
            "Über",
            "ﬁne",
            "x²",
            "e\u0301",
            "α",
            "日本",
            "👩‍👩‍👧",
            "😀",
            "🇩🇪",
            "$",
            "\\text{",
            "}",
            "^3",
            "\\alpha",
            "_2",
            "–",
            "-",
            ": ",
            ". ",
            "e.g. ",
            "? ",
            "! ",
            ", ",
            "(",
            ")",
            "\"",
            "'",
            "\u00A0",
            "\n",
            "\t",
            "İ",
            "ß",
            "ς",
            "ſ",
            "&",
            "+",
            "#",
            "\u200B",
            "\uD83D",
            "1.5",
            "K",
            "Å",
            "…",
            "\\'",
            "ϒ\u0301",
            "\u0345");

    private RandomText() {}

    public static String of(Random random, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextBoolean() ? " " : ""))
                .collect(Collectors.joining());
    }

    /** Never blank. */
    static String title(Random random) {
        return "a" + of(random, random.nextInt(12));
    }

    /** Plain words: letters only, {@code words} of them. */
    public static String plain(Random random, int words) {
        return IntStream.range(0, words).mapToObj(i -> word(random)).collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(9), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
