package dev.lectern.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What TeX writes in prose with signs of its own: ties, quotation marks and dashes. */
final class TexProse {
    private static final Pattern QUOTED = Pattern.compile("``([^`\"]*?)(?:''|\")");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("`([^`'\\s\u00A0][^`']*)'(?!\\p{L})");

    private final TexReader reader;
    private final String text;
    private final int at;

    /** Of what stands at the reader's place. */
    TexProse(TexReader reader) {
        this.reader = reader;
        this.text = reader.text();
        this.at = reader.at();
    }

    /** A tie holds two words together; a tilde before a number, or in an address, means something else. */
    void tie() {
        boolean ties = at > 0
                && at + 1 < text.length()
                && !TexReader.isSpace(text.charAt(at + 1))
                && endsWord(text.codePointBefore(at))
                && !(Character.isDigit(text.codePointBefore(at)) && Character.isDigit(text.charAt(at + 1)));
        if (ties || reader.isMath()) {
            reader.moveTo(at + 1);
            reader.write(String.valueOf(ReadableTex.TIE));
        } else {
            reader.copy(1);
        }
    }

    private static boolean endsWord(int c) {
        return Character.isLetterOrDigit(c) || ")].,:;'\"}%$”’".indexOf(c) >= 0;
    }

    void quote() {
        if (reader.isMath()) {
            boolean prime = text.charAt(at) == '\'';
            reader.moveTo(at + 1);
            reader.write(prime ? "′" : "`");
            return;
        }
        if (!quoted(QUOTED, "“", "”") && !quoted(SINGLE_QUOTED, "‘", "’")) {
            if (text.startsWith("''", at)) {
                boolean closes = at > 0 && !TexReader.isSpace(text.charAt(at - 1));
                reader.moveTo(at + 2);
                reader.write(closes ? "”" : "“");
            } else if (text.startsWith("``", at) && !text.startsWith("```", at)) {
                reader.moveTo(at + 2);
                reader.write("“");
            } else {
                reader.copy(text.startsWith("```", at) ? 3 : 1);
            }
        }
    }

    private boolean quoted(Pattern pattern, String opening, String closing) {
        Matcher quoted = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!quoted.lookingAt()) {
            return false;
        }
        reader.moveTo(quoted.end());
        reader.write(opening + reader.inside(quoted.group(1)) + closing);
        return true;
    }

    /** Two hyphens are an en dash, three an em dash; {@code --option} and rows of hyphens stay. */
    void dash() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '-') {
            end++;
        }
        int length = end - at;
        boolean spaceBefore = at == 0 || TexReader.isSpace(text.charAt(at - 1));
        boolean spaceAfter = end == text.length() || TexReader.isSpace(text.charAt(end));
        boolean isDash = !reader.isMath() && (length == 2 || length == 3) && spaceBefore == spaceAfter;
        if (isDash) {
            reader.moveTo(end);
            reader.write(length == 2 ? "–" : "—");
        } else {
            reader.copy(length);
        }
    }
}
