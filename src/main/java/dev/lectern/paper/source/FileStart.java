package dev.lectern.paper.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes tell of a file. */
record FileStart(Kind kind, Charset charset) {
    enum Kind {
        EMPTY,
        BINARY,
        HTML,
        JSON,
        TEXT
    }

    static FileStart of(byte[] head) {
        Charset charset = charset(head);
        String text = new String(head, charset).replace("\uFEFF", "").strip();
        return new FileStart(kind(text), charset);
    }

    private static Charset charset(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static Kind kind(String text) {
        if (text.isEmpty()) {
            return Kind.EMPTY;
        }
        if (isBinary(text)) {
            return Kind.BINARY;
        }
        if (text.startsWith("[") || text.startsWith("{")) {
            return Kind.JSON;
        }
        String small = text.substring(0, Math.min(text.length(), 15)).toLowerCase(Locale.ROOT);
        return small.startsWith("<!doctype") || small.startsWith("<html") ? Kind.HTML : Kind.TEXT;
    }

    /** Text has no NUL, and hardly any control or undecodable characters (a few may be damaged). */
    private static boolean isBinary(String text) {
        long odd = text.chars()
                .filter(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
                .count();
        return text.indexOf('\0') >= 0 || odd * 20 > text.length();
    }
}
