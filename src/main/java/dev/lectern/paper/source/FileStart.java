package dev.lectern.paper.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first bytes tell of a file. */
record FileStart(Kind kind, Charset charset) {
    private static final Pattern ROOT =
            Pattern.compile("(?s)(?:<\\?[^>]*+>|<!--.*?-->|<![a-z][^>]*+>|\\s)*+<([a-z][a-z:]*)");

    enum Kind {
        EMPTY,
        BINARY,
        HTML,
        JSON,
        XML,
        BIBTEX,
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
        if (text.startsWith("<")) {
            return kindOfMarkup(text.toLowerCase(Locale.ROOT));
        }
        return BibTexScan.isIn(text) ? Kind.BIBTEX : Kind.TEXT;
    }

    /** By the first element; a page may call itself XML, and say so only there. */
    private static Kind kindOfMarkup(String small) {
        Matcher root = ROOT.matcher(small);
        String name = root.lookingAt() ? root.group(1) : "";
        if (name.equals("html") || small.startsWith("<!doctype html")) {
            return Kind.HTML;
        }
        return name.matches("rss|feed|rdf:rdf") || small.matches("(?s)<(?:\\?xml|!doctype).*") ? Kind.XML : Kind.TEXT;
    }

    /** Text has no NUL, and hardly any control or undecodable characters (a few may be damaged). */
    private static boolean isBinary(String text) {
        long odd = text.chars()
                .filter(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
                .count();
        return text.indexOf('\0') >= 0 || odd * 20 > text.length();
    }
}
