package dev.lectern.paper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines below an abstract: who, a dot, when. */
final class MetaLine {
    private static final Pattern COUNT = Pattern.compile("(?:[•·*-] ?)?(\\d{1,3}(?:,\\d{3})|\\d{1,5}) authors?");
    private static final Pattern DOTTED = Pattern.compile("(.{0,200}?) ?· ?(.{1,30})");
    private static final Pattern HANDLE_AND_NAME = Pattern.compile("[\\w.-]+ (.+)");

    private MetaLine() {}

    static boolean isUnmistakable(String line) {
        return isDot(line) || authorCount(line).isPresent();
    }

    static boolean isDot(String line) {
        return line.equals("·");
    }

    static OptionalInt authorCount(String line) {
        Matcher match = COUNT.matcher(line);
        return match.matches()
                ? OptionalInt.of(Integer.parseInt(match.group(1).replace(",", "")))
                : OptionalInt.empty();
    }

    /** {@code NexaAI Nexa AI}: the handle comes first and is left out. */
    static String organization(String line) {
        Matcher match = HANDLE_AND_NAME.matcher(line);
        return match.matches() ? match.group(1) : line;
    }

    /** {@code • 7 authors · Jul 10} as the three lines that it is elsewhere. */
    static List<String> unfold(String line) {
        Matcher match = DOTTED.matcher(line);
        if (isDot(line) || !match.matches() || PrintedDate.parse(match.group(2)).isEmpty()) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>(List.of(match.group(1), "·", match.group(2)));
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
