package dev.lectern.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one text, or what one pair of braces holds, from its first character to its last. */
final class TexReader {
    /** Whether dashes, quotation marks and lone letters are those of prose or of a formula. */
    enum Mode {
        TEXT,
        MATH
    }

    private static final char TIE = ReadableTex.TIE;
    /** Deeper braces are no formula, and must not cost the stack. */
    private static final int DEEPEST = 40;

    private static final Pattern URL = Pattern.compile("https?://(?:[^\\s\u00A0{}<>$\\\\\"]++|\\\\[_%#&~])++");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile(
            "(?<=\\d)times(?![A-Za-z])|(?<=\\d)sim(?=\\d)|(?<=\\d[ \u00A0])(?:times|pm)(?=[ \u00A0]\\d)");

    private final String text;
    private final Mode mode;
    private final int depth;
    private final StringBuilder out = new StringBuilder();
    private int at;

    TexReader(String text, Mode mode, int depth) {
        this.text = text;
        this.mode = mode;
        this.depth = depth;
    }

    String read() {
        while (at < text.length()) {
            next();
        }
        return mode == Mode.MATH ? out.toString().replace(' ', TIE) : out.toString();
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> new TexCommand(this).read();
            case '$' -> dollar();
            case '{' -> group();
            case '}' -> at++;
            case '^', '_' -> new TexScript(this).read();
            case '~' -> new TexProse(this).tie();
            case '`', '\'' -> new TexProse(this).quote();
            case '-' -> new TexProse(this).dash();
            default -> letterOrOther(c);
        }
    }

    private void letterOrOther(char c) {
        if (!isAsciiLetter(c)) {
            copy(1);
        } else if (!url() && !betweenNumbers()) {
            word();
        }
    }

    // What the parts need of the reader

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    void write(String written) {
        out.append(written);
    }

    StringBuilder written() {
        return out;
    }

    boolean isMath() {
        return mode == Mode.MATH;
    }

    String inside(String content) {
        return inside(content, mode);
    }

    String inside(String content, Mode how) {
        return depth < DEEPEST ? new TexReader(content, how, depth + 1).read() : content.replaceAll("[{}\\\\$]", "");
    }

    /** What the braces hold that open here, and moves behind them; empty where none open or they never close. */
    Optional<String> argument() {
        int end = groupEnd(at);
        if (end < 0) {
            return Optional.empty();
        }
        String content = text.substring(at + 1, end);
        at = end + 1;
        return Optional.of(content);
    }

    /** What they hold, as it is shown; empty where none open. */
    String part() {
        return argument().map(this::inside).orElse("").strip();
    }

    boolean nextIs(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Where the braces close that open at this place; -1 where there are none. */
    private int groupEnd(int open) {
        if (!text.startsWith("{", open)) {
            return -1;
        }
        int deep = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                deep++;
            } else if (c == '}') {
                deep--;
            }
            if (deep == 0) {
                return i;
            }
        }
        return -1;
    }

    // Formulas

    /** A sign that opens nothing is money in prose; in a formula it is a slip. */
    private void dollar() {
        String mark = text.startsWith("$$", at) ? "$$" : "$";
        if (mode == Mode.MATH) {
            at++;
            return;
        }
        Optional<String> formula = mark.length() == 2 ? between(mark) : TexFormula.at(text, at);
        if (formula.isEmpty()) {
            copy(mark.length());
        } else {
            at += formula.get().length() + 2 * mark.length();
            write(inside(formula.get().strip(), Mode.MATH));
        }
    }

    private Optional<String> between(String mark) {
        int end = text.indexOf(mark, at + mark.length());
        return end < 0 ? Optional.empty() : Optional.of(text.substring(at + mark.length(), end));
    }

    /** A group of its own: its content, or the braces too where they are those of a set. */
    private void group() {
        Optional<String> content = argument();
        if (content.isEmpty()) {
            at++;
        } else if (content.get().matches("[^{}\\\\]+[,:|][^{}\\\\]+")) {
            write("{" + inside(content.get()) + "}");
        } else {
            write(TexSymbols.grouped(content.get().strip()).orElseGet(() -> inside(content.get())));
        }
    }

    // Words

    private boolean url() {
        Matcher url = URL.matcher(text).region(at, text.length());
        if (!text.startsWith("http", at) || !url.lookingAt()) {
            return false;
        }
        at = url.end();
        String address = url.group().replaceAll("\\\\(.)", "$1");
        Optional<String> label = argument().map(this::label);
        write(label.filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .map(name -> name + " (" + address + ")")
                .orElse(address));
        return true;
    }

    /** A label in braces behind a URL: all that Daily Papers leaves of a link. */
    private String label(String content) {
        return inside(content.replaceAll("[A-Za-z]+\\{", "{"), Mode.TEXT).strip();
    }

    /** {@code 64times64}, {@code 16 times 16}, {@code 92.1 pm 0.3}; but {@code 3 times faster}. */
    private boolean betweenNumbers() {
        Matcher sign = BETWEEN_NUMBERS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!sign.lookingAt()) {
            return false;
        }
        at = sign.end();
        write(TexSymbols.of(sign.group()).orElseThrow());
        return true;
    }

    private void word() {
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            copy(1);
            return;
        }
        boolean begins = at == 0 || !Character.isLetter(text.codePointBefore(at));
        at = word.end();
        boolean commandLike = begins && at < text.length() && text.charAt(at) == '{';
        if (commandLike && TexNames.TAKE_TEXT.contains(word.group())) {
            new TexCommand(this).read(word.group());
        } else if (begins && mode == Mode.TEXT && !text.startsWith(".", at)) {
            write(TexSymbols.bare(word.group()).orElse(word.group()));
        } else {
            write(word.group());
        }
    }

    void copy(int length) {
        out.append(text, at, at + length);
        at += length;
    }

    static boolean isSpace(char c) {
        return c == TIE || Character.isWhitespace(c);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
