package dev.lectern.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accents, and the commands that are one sign behind a backslash. */
final class TexSign {
    private static final Pattern APOSTROPHE = Pattern.compile("(?:s|t|d|m|re|ve|ll)\\b");

    private final TexReader reader;

    TexSign(TexReader reader) {
        this.reader = reader;
    }

    /** An accent that is called by name, over the letter or group that follows. */
    void accent(String name) {
        int start = reader.at();
        if (reader.nextIs(' ')) {
            reader.moveTo(start + 1);
        }
        String letter = reader.nextIs('{') ? reader.part() : reader.nextIs('\\') ? symbol() : oneLetter();
        reader.write(letter.isEmpty() && !"not".equals(name) ? name : TexLetters.accented(name, letter));
    }

    /** The sign whose command follows; an accent on anything longer is not read. */
    private String symbol() {
        Matcher name = TexCommand.NAME
                .matcher(reader.text())
                .region(reader.at() + 1, reader.text().length());
        Optional<String> symbol = name.lookingAt() ? TexSymbols.of(name.group(1)) : Optional.empty();
        symbol.ifPresent(found -> reader.moveTo(name.end()));
        return symbol.orElse("");
    }

    private String oneLetter() {
        String text = reader.text();
        if (reader.at() == text.length() || text.charAt(reader.at()) == '$' || text.charAt(reader.at()) == '}') {
            return "";
        }
        int end = text.offsetByCodePoints(reader.at(), 1);
        String letter = text.substring(reader.at(), end);
        reader.moveTo(end);
        return letter;
    }

    /** The command of one sign whose backslash is at the reader's place. */
    void read() {
        String text = reader.text();
        int place = reader.at() + 1;
        if (place == text.length()) {
            reader.moveTo(place);
            return;
        }
        char sign = text.charAt(place);
        reader.moveTo(place + 1);
        switch (sign) {
            case ' ', '\\', ',', ';', ':', '>' -> reader.write(" ");
            case '!', '/', '-', '@' -> reader.write("");
            case '|' -> reader.write("‖");
            case '(', '[' -> formula(sign == '(' ? "\\)" : "\\]");
            case ')', ']' -> reader.write("");
            default -> accentOrSign(sign);
        }
    }

    private void formula(String end) {
        int close = reader.text().indexOf(end, reader.at());
        if (close >= 0) {
            String content = reader.text().substring(reader.at(), close);
            reader.moveTo(close + 2);
            reader.write(reader.inside(content.strip(), TexReader.Mode.MATH));
        }
    }

    private void accentOrSign(char sign) {
        String name = String.valueOf(sign);
        if (!TexLetters.isAccent(name) || reader.isMath() || !accentedLetter(name)) {
            reader.write(name);
        }
    }

    /** In braces whatever they hold, else only what makes a letter: people write {@code it\'s}, too. */
    private boolean accentedLetter(String accent) {
        int start = reader.at();
        if (reader.nextIs('{')) {
            reader.write(TexLetters.accented(accent, reader.part()));
            return true;
        }
        boolean apostrophe = "'".equals(accent)
                && start > 1
                && Character.isLetter(reader.text().charAt(start - 3 < 0 ? 0 : start - 3))
                && APOSTROPHE
                        .matcher(reader.text())
                        .region(start, reader.text().length())
                        .lookingAt();
        if (apostrophe) {
            return false;
        }
        String letter = reader.nextIs('\\') ? symbol() : oneLetter();
        Optional<String> accented = TexLetters.oneCharacter(accent, letter);
        if (accented.isEmpty()) {
            reader.moveTo(start);
            return false;
        }
        reader.write(accented.get());
        return true;
    }
}
