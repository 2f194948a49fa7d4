package dev.lectern.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exponent or an index, and what only looks like one. */
final class TexScript {
    private static final Pattern TEXT_EXPONENT = Pattern.compile("[+-]?\\d+|[\\p{L}*](?!\\p{L})|[a-z]+(?![\\p{L}])");
    private static final Pattern MATH_SCRIPT = Pattern.compile("\\p{L}|[+-]?\\d+|[*+'′-]");
    private static final Pattern TEXT_INDEX = Pattern.compile("[\\p{L}\\p{N}](?![._]?[\\p{L}\\p{N}_])");

    private final TexReader reader;
    private final String text;
    private final int mark;
    private final boolean raised;

    /** Of the mark at the reader's place. */
    TexScript(TexReader reader) {
        this.reader = reader;
        this.text = reader.text();
        this.mark = reader.at();
        this.raised = text.charAt(mark) == '^';
    }

    void read() {
        reader.moveTo(mark + 1);
        Optional<String> content = reader.argument()
                .map(group -> TexSymbols.inScript(group.strip(), raised)
                        .orElseGet(() -> reader.inside(group.strip(), TexReader.Mode.MATH)))
                .or(() -> bare());
        if (content.isEmpty()) {
            reader.write(text.substring(mark, mark + 1));
            return;
        }
        String plain = content.get().strip().replace(ReadableTex.TIE, ' ');
        reader.write((raised ? TexScripts.raised(plain) : TexScripts.lowered(plain)).replace(' ', ReadableTex.TIE));
    }

    private Optional<String> bare() {
        int at = mark + 1;
        if (at == text.length() || !hasBase()) {
            return Optional.empty();
        }
        if (text.charAt(at) == '\\') {
            return Optional.of(TexCommand.argumentOf(reader)).filter(content -> !content.isBlank());
        }
        Matcher content = (reader.isMath() ? MATH_SCRIPT : raised ? TEXT_EXPONENT : TEXT_INDEX)
                .matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true);
        if (!content.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> name = TexSymbols.inScript(content.group(), raised);
        if (name.isEmpty() && !reader.isMath() && raised && content.group().matches("[a-z]{2,}")) {
            return Optional.empty();
        }
        reader.moveTo(content.end());
        return name.or(() -> Optional.of(content.group()));
    }

    /** In prose {@code ai_parse} is a name; {@code L_2} has an index because its base is a single letter. */
    private boolean hasBase() {
        if (reader.isMath()) {
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
}
