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
    private static final Pattern QUOTED = Pattern.compile("``([^`\"]*?)(?:''|\")");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("`([^`'\\s\u00A0][^`']*)'(?!\\p{L})");
    private static final Pattern TEXT_EXPONENT = Pattern.compile("[+-]?\\d+|[\\p{L}*](?!\\p{L})|[a-z]+(?![\\p{L}])");
    private static final Pattern MATH_SCRIPT = Pattern.compile("\\p{L}|[+-]?\\d+|[*+'′-]");
    private static final Pattern TEXT_INDEX = Pattern.compile("[\\p{L}\\p{N}](?![._]?[\\p{L}\\p{N}_])");

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
            case '^', '_' -> script(c == '^');
            case '~' -> tie();
            case '`', '\'' -> quote();
            case '-' -> dash();
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

    // What the commands need of the reader

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

    private void script(boolean raised) {
        int mark = at++;
        Optional<String> content = argument()
                .map(group ->
                        TexSymbols.inScript(group.strip(), raised).orElseGet(() -> inside(group.strip(), Mode.MATH)))
                .or(() -> bareScript(mark, raised));
        if (content.isEmpty()) {
            write(text.substring(mark, mark + 1));
            return;
        }
        String plain = content.get().strip().replace(TIE, ' ');
        write((raised ? TexScripts.raised(plain) : TexScripts.lowered(plain)).replace(' ', TIE));
    }

    private Optional<String> bareScript(int mark, boolean raised) {
        if (at == text.length() || !hasBase(mark, raised)) {
            return Optional.empty();
        }
        if (text.charAt(at) == '\\') {
            return Optional.of(TexCommand.argumentOf(this)).filter(content -> !content.isBlank());
        }
        Matcher content = (mode == Mode.MATH ? MATH_SCRIPT : raised ? TEXT_EXPONENT : TEXT_INDEX)
                .matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true);
        if (!content.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> name = TexSymbols.inScript(content.group(), raised);
        if (name.isEmpty() && mode == Mode.TEXT && raised && content.group().matches("[a-z]{2,}")) {
            return Optional.empty();
        }
        at = content.end();
        return name.or(() -> Optional.of(content.group()));
    }

    /** In prose {@code ai_parse} is a name; {@code L_2} has an index because its base is a single letter. */
    private boolean hasBase(int mark, boolean raised) {
        if (mode == Mode.MATH) {
            return true;
        }
        if (mark == 0) {
            return false;
        }
        int before = text.codePointBefore(mark);
        if (raised) {
            return Character.isLetterOrDigit(before) || before == ')' || before == ']';
        }
        int base = mark - Character.charCount(before);
        return Character.isLetter(before) && (base == 0 || !isWordPart(text.codePointBefore(base)));
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '@' || c == '.';
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
        if (commandLike && TexCommand.takesText(word.group())) {
            new TexCommand(this).read(word.group());
        } else if (begins && mode == Mode.TEXT && !text.startsWith(".", at)) {
            write(TexSymbols.bare(word.group()).orElse(word.group()));
        } else {
            write(word.group());
        }
    }

    // Prose

    /** A tie holds two words together; a tilde before a number, or in an address, means something else. */
    private void tie() {
        boolean ties = at > 0
                && at + 1 < text.length()
                && !isSpace(text.charAt(at + 1))
                && endsWord(text.codePointBefore(at))
                && !(Character.isDigit(text.codePointBefore(at)) && Character.isDigit(text.charAt(at + 1)));
        if (ties || mode == Mode.MATH) {
            at++;
            write(String.valueOf(TIE));
        } else {
            copy(1);
        }
    }

    private static boolean endsWord(int c) {
        return Character.isLetterOrDigit(c) || ")].,:;'\"}%$”’".indexOf(c) >= 0;
    }

    private void quote() {
        if (mode == Mode.MATH) {
            boolean prime = text.charAt(at) == '\'';
            at++;
            write(prime ? "′" : "`");
            return;
        }
        if (!quoted(QUOTED, "“", "”") && !quoted(SINGLE_QUOTED, "‘", "’")) {
            if (text.startsWith("''", at)) {
                boolean closes = at > 0 && !isSpace(text.charAt(at - 1));
                at += 2;
                write(closes ? "”" : "“");
            } else if (text.startsWith("``", at) && !text.startsWith("```", at)) {
                at += 2;
                write("“");
            } else {
                copy(text.startsWith("```", at) ? 3 : 1);
            }
        }
    }

    private boolean quoted(Pattern pattern, String opening, String closing) {
        Matcher quoted = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!quoted.lookingAt()) {
            return false;
        }
        at = quoted.end();
        write(opening + inside(quoted.group(1)) + closing);
        return true;
    }

    /** Two hyphens are an en dash, three an em dash; {@code --option} and rows of hyphens stay. */
    private void dash() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '-') {
            end++;
        }
        int length = end - at;
        boolean spaceBefore = at == 0 || isSpace(text.charAt(at - 1));
        boolean spaceAfter = end == text.length() || isSpace(text.charAt(end));
        boolean isDash = mode == Mode.TEXT && (length == 2 || length == 3) && spaceBefore == spaceAfter;
        if (isDash) {
            at = end;
            write(length == 2 ? "–" : "—");
        } else {
            copy(length);
        }
    }

    private void copy(int length) {
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
