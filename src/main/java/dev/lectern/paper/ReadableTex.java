package dev.lectern.paper;

import java.util.regex.Pattern;

/**
 * TeX in titles and abstracts as readable text: {@code $\alpha$} becomes α, {@code R$^3$Mem} R³Mem, {@code 10\%} 10%.
 *
 * <p>Sources differ in how much of the TeX they leave: arXiv all of it, Daily Papers the words without backslashes and
 * dollar signs ({@code 360^{circ}}, {@code mathcal{O}(N)}, {@code 16 times 16}). Both are read. What is meant to be read
 * as it is stays: {@code $5 to $10}, {@code snake_case}, URLs, {@code ~40}, {@code {1, 2}}. Of commands that nobody knows
 * the argument is shown, without an argument the name; everything else that cannot be told apart stays, too.
 *
 * <p>No library does this. Those that exist read bibliographies: they refuse, or drop, what is not well-formed LaTeX.
 */
public final class ReadableTex {
    /** Holds what is one formula together until the text is cut. */
    static final char TIE = '\u00A0';

    /** Without one of these, or a word that only TeX has, there is nothing to do. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile("[$\\\\{}^_~`]|''|--|\\d ?times|" + TexSymbols.barePattern());

    /** A command may bring another one to light, such as the argument of an unknown one; this many deep is a game. */
    private static final int PASSES = 6;

    private ReadableTex() {}

    /** The text as people read it; the same text where it holds no TeX. Reading it again changes nothing. */
    public static String of(String text) {
        return unbroken(text).replace(TIE, ' ');
    }

    /** As {@link #of}, but what belongs together, a formula above all, holds no-break spaces (U+00A0). */
    static String unbroken(String text) {
        String read = text;
        for (int pass = 0; pass < PASSES && SUSPICIOUS.matcher(read).find(); pass++) {
            String again = new TexReader(read, TexReader.Mode.TEXT, 0).read();
            if (again.equals(read)) {
                return read;
            }
            read = again;
        }
        return read;
    }
}
