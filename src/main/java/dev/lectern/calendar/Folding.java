package dev.lectern.calendar;

/**
 * Lines of at most 75 octets of UTF-8, as RFC 5545 (section 3.1) wants them; biweekly counts characters instead. No
 * character is torn apart: some readers decode each line by itself.
 */
final class Folding {
    private static final int OCTETS = 75;

    private static final String BREAK = "\r\n ";

    private Folding() {}

    /** @param lines unfolded, each ended by CRLF */
    static String fold(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + lines.length() / OCTETS * BREAK.length());
        int octets = 0;
        for (int at = 0; at < lines.length(); at += Character.charCount(lines.codePointAt(at))) {
            int character = lines.codePointAt(at);
            if (character == '\r' || character == '\n') {
                octets = 0;
                folded.appendCodePoint(character);
                continue;
            }
            int more = octets(character);
            if (octets + more > OCTETS) {
                folded.append(BREAK);
                octets = 1;
            }
            octets += more;
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
