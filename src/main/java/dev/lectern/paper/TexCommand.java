package dev.lectern.paper;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a backslash, and what it makes of its arguments. */
final class TexCommand {
    private static final Set<String> TAKE_TEXT = Set.of(
            "text",
            "textbf",
            "textit",
            "textrm",
            "textsf",
            "texttt",
            "textsc",
            "textnormal",
            "emph",
            "underline",
            "mbox",
            "mathcal",
            "mathbb",
            "mathbf",
            "mathrm",
            "mathit",
            "mathsf",
            "mathtt",
            "mathfrak",
            "mathscr",
            "boldsymbol",
            "operatorname",
            "sqrt",
            "frac",
            "href",
            "url");
    private static final Set<String> PROSE =
            Set.of("text", "textbf", "textit", "textrm", "textsf", "texttt", "textsc", "textnormal", "emph", "mbox");
    private static final Set<String> DROPPED = Set.of(
            "bf",
            "it",
            "em",
            "tt",
            "sc",
            "rm",
            "sf",
            "sl",
            "bfseries",
            "itshape",
            "ttfamily",
            "scshape",
            "tiny",
            "scriptsize",
            "footnotesize",
            "small",
            "normalsize",
            "large",
            "Large",
            "LARGE",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "noindent",
            "centering",
            "protect",
            "xspace",
            "left",
            "right",
            "middle",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "biggl",
            "biggr",
            "nonumber",
            "item",
            "par",
            "newline",
            "boldmath",
            "unboldmath",
            "looseness",
            "hfill",
            "maketitle",
            "allowbreak");
    private static final Set<String> DROPPED_WITH_ARGUMENT = Set.of(
            "cite",
            "citep",
            "citet",
            "citealp",
            "citealt",
            "citeauthor",
            "citeyear",
            "citeyearpar",
            "autocite",
            "parencite",
            "textcite",
            "nocite",
            "ref",
            "eqref",
            "cref",
            "Cref",
            "autoref",
            "pageref",
            "label",
            "vspace",
            "hspace",
            "begin",
            "end",
            "color",
            "thanks",
            "phantom",
            "includegraphics",
            "bibliographystyle");
    private static final Set<String> FIRST_ARGUMENT_DROPPED = Set.of("textcolor", "colorbox", "raisebox", "scalebox");
    private static final Set<String> FRACTIONS = Set.of("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac");
    private static final Set<String> SPACES = Set.of("quad", "qquad", "enspace", "thinspace", "space");

    private static final Pattern NAME = Pattern.compile("([A-Za-z]+)\\*?");
    private static final Pattern OPTION = Pattern.compile("\\s?\\[[^\\[\\]]{0,80}]");
    private static final Pattern APOSTROPHE = Pattern.compile("(?:s|t|d|m|re|ve|ll)\\b");
    private static final Pattern SIMPLE = Pattern.compile("[^\\s+/–-]+|\\([^()]*\\)");

    private final TexReader reader;

    TexCommand(TexReader reader) {
        this.reader = reader;
    }

    /** Whether this name, should it have lost its backslash, is a command because braces follow it. */
    static boolean takesText(String name) {
        return TAKE_TEXT.contains(name);
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
            sign();
        }
    }

    /** Reads what follows a command's name. */
    void read(String name) {
        if (DROPPED.contains(name)) {
            dropped(name);
        } else if (DROPPED_WITH_ARGUMENT.contains(name)) {
            options();
            dropSpaceBefore(name);
            while (nextIs('{') && reader.argument().isPresent()) {
                options();
            }
        } else if (SPACES.contains(name)) {
            reader.write(" ");
        } else if (TexLetters.isAccent(name)) {
            accent(name);
        } else {
            withArguments(name);
        }
    }

    private void withArguments(String name) {
        if (FIRST_ARGUMENT_DROPPED.contains(name)) {
            reader.argument();
        }
        if (FRACTIONS.contains(name)) {
            fraction(name);
        } else if ("binom".equals(name)) {
            String from = part();
            reader.write("(" + from + " choose " + part() + ")");
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
            reader.write(TexScripts.raised(part()));
        } else if ("textsubscript".equals(name)) {
            reader.write(TexScripts.lowered(part()));
        } else if (name.startsWith("math") && nextIs('{')) {
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
        if (nextIs('[') && optionThenGroup()) {
            options();
        }
        Optional<String> text = nextIs('{') ? reader.argument() : Optional.empty();
        reader.write(text.map(content ->
                        PROSE.contains(name) ? reader.inside(content, TexReader.Mode.TEXT) : reader.inside(content))
                .orElse(PROSE.contains(name) ? "" : name));
    }

    private void alphabet(String name) {
        String letters = part();
        reader.write("mathbb".equals(name) ? TexLetters.doubleStruck(letters) : letters);
    }

    private void fraction(String name) {
        if (!nextIs('{')) {
            String digits = reader.text().substring(reader.at());
            reader.write(digits.matches("(?s)\\d\\d.*") ? twoDigits() : name);
            return;
        }
        String above = part();
        reader.write(factor(above) + "/" + factor(part()));
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
        reader.write("√" + (nextIs('{') ? factor(part()) : ""));
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

    /** An argument as it is shown; empty where there is none. */
    private String part() {
        return reader.argument().map(reader::inside).orElse("").strip();
    }

    private static String factor(String part) {
        return SIMPLE.matcher(part.replace(ReadableTex.TIE, ' ')).matches() ? part : "(" + part + ")";
    }

    /** The delimiters that grow have an empty one, a dot. */
    private void dropped(String name) {
        boolean delimits = "left".equals(name) || "right".equals(name);
        if (delimits && nextIs('.')) {
            reader.moveTo(reader.at() + 1);
        } else if (!delimits && nextIs(' ')) {
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
        while (nextIs('[') && option.region(reader.at(), reader.text().length()).lookingAt()) {
            reader.moveTo(option.end());
        }
    }

    private boolean optionThenGroup() {
        Matcher option =
                OPTION.matcher(reader.text()).region(reader.at(), reader.text().length());
        return option.lookingAt() && reader.text().startsWith("{", option.end());
    }

    // Accents and signs

    private void accent(String name) {
        int start = reader.at();
        if (nextIs(' ')) {
            reader.moveTo(start + 1);
        }
        String letter = nextIs('{') ? part() : nextIs('\\') ? symbol() : oneLetter();
        reader.write(letter.isEmpty() && !"not".equals(name) ? name : TexLetters.accented(name, letter));
    }

    /** The sign whose command follows; an accent on anything longer is not read. */
    private String symbol() {
        Matcher name = NAME.matcher(reader.text())
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

    private void sign() {
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
        if (nextIs('{')) {
            reader.write(TexLetters.accented(accent, part()));
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
        String letter = nextIs('\\') ? symbol() : oneLetter();
        Optional<String> accented = TexLetters.oneCharacter(accent, letter);
        if (accented.isEmpty()) {
            reader.moveTo(start);
            return false;
        }
        reader.write(accented.get());
        return true;
    }

    private boolean nextIs(char c) {
        return reader.at() < reader.text().length() && reader.text().charAt(reader.at()) == c;
    }
}
