package dev.lectern.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a backslash, and what it makes of its arguments. */
final class TexCommand {

    static final Pattern NAME = Pattern.compile("([A-Za-z]+)\\*?");
    private static final Pattern OPTION = Pattern.compile("\\s?\\[[^\\[\\]]{0,80}]");
    private static final Pattern SIMPLE = Pattern.compile("[^\\s+/–-]+|\\([^()]*\\)");

    private final TexReader reader;

    TexCommand(TexReader reader) {
        this.reader = reader;
    }

    /** What a command at the reader's place writes, without writing it: an exponent such as {@code ^\circ}. */
    static String argumentOf(TexReader reader) {
        int before = reader.written().length();
        new TexCommand(reader).read();
        String written = reader.written().substring(before);
        reader.written().setLength(before);
        return written;
    }

    /** Reads the command whose backslash is at the reader's place. */
    void read() {
        Matcher name = NAME.matcher(reader.text())
                .region(reader.at() + 1, reader.text().length());
        if (name.lookingAt()) {
            reader.moveTo(name.end());
            read(name.group(1));
        } else {
            new TexSign(reader).read();
        }
    }

    /** Reads what follows a command's name. */
    void read(String name) {
        if (TexNames.DROPPED.contains(name)) {
            dropped(name);
        } else if (TexNames.DROPPED_WITH_ARGUMENT.contains(name)) {
            options();
            dropSpaceBefore(name);
            while (reader.nextIs('{') && reader.argument().isPresent()) {
                options();
            }
        } else if (TexNames.SPACES.contains(name)) {
            reader.write(" ");
        } else if (TexLetters.isAccent(name)) {
            new TexSign(reader).accent(name);
        } else {
            withArguments(name);
        }
    }

    private void withArguments(String name) {
        if (TexNames.FIRST_ARGUMENT_DROPPED.contains(name)) {
            reader.argument();
        }
        if (TexNames.FRACTIONS.contains(name)) {
            fraction(name);
        } else if ("binom".equals(name)) {
            String from = reader.part();
            reader.write("(" + from + " choose " + reader.part() + ")");
        } else if ("sqrt".equals(name)) {
            root();
        } else if ("href".equals(name)) {
            link();
        } else if ("url".equals(name) || "path".equals(name)) {
            reader.write(reader.argument()
                    .map(String::strip)
                    .map(TexCommand::address)
                    .orElse(name));
        } else if ("textsuperscript".equals(name)) {
            reader.write(TexScripts.raised(reader.part()));
        } else if ("textsubscript".equals(name)) {
            reader.write(TexScripts.lowered(reader.part()));
        } else if (name.startsWith("math") && reader.nextIs('{')) {
            alphabet(name);
        } else {
            symbolOrText(name);
        }
    }

    private void symbolOrText(String name) {
        Optional<String> symbol = TexSymbols.of(name);
        if (symbol.isPresent()) {
            reader.write(symbol.get());
            if (reader.text().startsWith("{}", reader.at())) {
                reader.moveTo(reader.at() + 2);
            }
            return;
        }
        if (reader.nextIs('[') && optionThenGroup()) {
            options();
        }
        Optional<String> text = reader.nextIs('{') ? reader.argument() : Optional.empty();
        reader.write(text.map(content -> TexNames.PROSE.contains(name)
                        ? reader.inside(content, TexReader.Mode.TEXT)
                        : reader.inside(content))
                .orElse(TexNames.PROSE.contains(name) ? "" : name));
    }

    private void alphabet(String name) {
        String letters = reader.part();
        reader.write("mathbb".equals(name) ? TexLetters.doubleStruck(letters) : letters);
    }

    private void fraction(String name) {
        if (!reader.nextIs('{')) {
            String digits = reader.text().substring(reader.at());
            reader.write(digits.matches("(?s)\\d\\d.*") ? twoDigits() : name);
            return;
        }
        String above = reader.part();
        reader.write(factor(above) + "/" + factor(reader.part()));
    }

    private String twoDigits() {
        String digits = reader.text().substring(reader.at(), reader.at() + 2);
        reader.moveTo(reader.at() + 2);
        return digits.charAt(0) + "/" + digits.charAt(1);
    }

    private void root() {
        Matcher degree =
                OPTION.matcher(reader.text()).region(reader.at(), reader.text().length());
        if (degree.lookingAt()) {
            reader.moveTo(degree.end());
            String content = degree.group().strip();
            reader.write(TexScripts.raised(reader.inside(content.substring(1, content.length() - 1))));
        }
        reader.write("√" + (reader.nextIs('{') ? factor(reader.part()) : ""));
    }

    private void link() {
        String to =
                reader.argument().map(String::strip).map(TexCommand::address).orElse("");
        String label = reader.argument()
                .map(content -> reader.inside(content, TexReader.Mode.TEXT).strip())
                .orElse("");
        boolean says = !label.isEmpty() && !label.startsWith("http") && !label.equals(to);
        reader.write(!says ? to : to.isEmpty() ? label : label + " (" + to + ")");
    }

    private static String address(String written) {
        return written.replaceAll("\\\\([_%#&~])", "$1").replaceAll("[{}\\\\]", "");
    }

    private static String factor(String part) {
        return SIMPLE.matcher(part.replace(ReadableTex.TIE, ' ')).matches() ? part : "(" + part + ")";
    }

    /** The delimiters that grow have an empty one, a dot. */
    private void dropped(String name) {
        boolean delimits = "left".equals(name) || "right".equals(name);
        if (delimits && reader.nextIs('.')) {
            reader.moveTo(reader.at() + 1);
        } else if (!delimits && reader.nextIs(' ')) {
            reader.moveTo(reader.at() + 1);
        }
    }

    private void dropSpaceBefore(String name) {
        StringBuilder out = reader.written();
        if (name.contains("cite") || "label".equals(name)) {
            while (!out.isEmpty()
                    && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == ReadableTex.TIE)) {
                out.setLength(out.length() - 1);
            }
        }
    }

    private void options() {
        Matcher option = OPTION.matcher(reader.text());
        while (reader.nextIs('[')
                && option.region(reader.at(), reader.text().length()).lookingAt()) {
            reader.moveTo(option.end());
        }
    }

    private boolean optionThenGroup() {
        Matcher option =
                OPTION.matcher(reader.text()).region(reader.at(), reader.text().length());
        return option.lookingAt() && reader.text().startsWith("{", option.end());
    }
}
