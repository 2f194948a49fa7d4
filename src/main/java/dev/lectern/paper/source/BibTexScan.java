package dev.lectern.paper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the entries of a BibTeX file begin and end, in one pass over the text: what stands between them is a comment
 * (BibTeX's own rule), and an entry without an end does not take the ones after it along.
 */
final class BibTexScan {
    private static final int LONGEST_ENTRY = 1 << 20;
    private static final Pattern START = Pattern.compile("@\\s{0,9}([A-Za-z]{1,40})\\s{0,9}[{(]");
    private static final Pattern NEXT_ENTRY =
            Pattern.compile("@[A-Za-z]{1,40}\\s{0,9}[{(]\\s{0,9}[^\\s,{}()=\"]{1,200}\\s{0,9},");
    private static final Pattern KEY = Pattern.compile("\\s*([^,={}\"]{0,300}),");

    /**
     * A part of the file between {@code @} and its end.
     *
     * @param type in lower case, such as {@code article} or {@code string}
     * @param key as it stands there; may be empty
     * @param body what follows the key, without the closing brace
     * @param line where it begins, counted from 1
     * @param trouble why it cannot be read; a clause for a person
     */
    record Part(String type, String key, String body, int line, Optional<String> trouble) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int counted;
    private int line = 1;

    private BibTexScan(String text) {
        this.text = text;
    }

    static List<Part> parts(String text) {
        BibTexScan scan = new BibTexScan(text);
        scan.run();
        return scan.parts;
    }

    /** Whether an entry begins in this text, at the beginning of a line. */
    static boolean isIn(String text) {
        Matcher starts = START.matcher(text);
        while (starts.find()) {
            if (beginsLine(text, starts.start())) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        Matcher start = START.matcher(text);
        while (at < text.length() && start.find(at)) {
            countLines(start.start());
            String type = start.group(1).toLowerCase(Locale.ROOT);
            readPart(type, start.end(), text.charAt(start.end() - 1) == '(');
        }
    }

    private void readPart(String type, int from, boolean inParentheses) {
        int depth = 0;
        int most = Math.min(text.length(), from + LONGEST_ENTRY);
        for (int i = from; i < most; i++) {
            char next = text.charAt(i);
            if (depth == 0 && next == (inParentheses ? ')' : '}')) {
                add(type, text.substring(from, i), Optional.empty());
                at = i + 1;
                return;
            }
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (next == '@' && beginsLine(text, i) && beginsEntry(i)) {
                addEndless(type, from, i, "no closing brace ends it");
                return;
            }
        }
        boolean cut = most < text.length();
        addEndless(type, from, most, cut ? "it is longer than a million characters" : "the file ends inside it");
    }

    private void addEndless(String type, int from, int end, String why) {
        add(type, text.substring(from, end), Optional.of(why));
        at = end;
    }

    private void add(String type, String content, Optional<String> trouble) {
        Matcher key = KEY.matcher(content);
        boolean keyed = key.lookingAt();
        parts.add(new Part(
                type,
                keyed ? key.group(1).strip() : "",
                keyed ? content.substring(key.end()) : content,
                line,
                trouble));
    }

    private boolean beginsEntry(int from) {
        return NEXT_ENTRY
                .matcher(text)
                .region(from, Math.min(text.length(), from + 300))
                .lookingAt();
    }

    private static boolean beginsLine(String text, int from) {
        int before = from - 1;
        while (before >= 0 && from - before < 80 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }

    private void countLines(int upTo) {
        for (; counted < upTo; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
    }
}
