package dev.lectern.paper.source;

import dev.lectern.paper.ShortText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people as bibliographies write them. */
final class PersonNames {
    private static final Pattern MAIL = Pattern.compile("\\S{1,200}@\\S{1,200}(?:\\s+\\((.{1,200})\\))?");
    private static final Pattern AND = Pattern.compile("(?i)\\band\\b");

    private PersonNames() {}

    /** The names between the {@code and}s outside of braces, without {@code others}. */
    static List<String> split(String list) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (String word : list.strip().split("\\s+")) {
            if (depth <= 0 && AND.matcher(word).matches()) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(' ').append(word);
            }
            depth += braces(word);
        }
        names.add(name.toString());
        return names.stream()
                .map(String::strip)
                .filter(found ->
                        !found.isEmpty() && !found.toLowerCase(Locale.ROOT).matches("others|et al\\.?"))
                .toList();
    }

    private static int braces(String word) {
        return word.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
    }

    /** Names as feeds have them: one each, or several in one text; an address beside them is left out. */
    static List<String> inFeed(List<String> texts) {
        return texts.stream()
                .map(PersonNames::withoutMail)
                .flatMap(text -> apart(text).stream())
                .map(ShortText::clean)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** RSS wants {@code ada@example.org (Ada Lovelace)}: the address is nobody's business. */
    private static String withoutMail(String text) {
        Matcher match = MAIL.matcher(text.strip());
        if (match.matches()) {
            return match.group(1) == null ? "" : match.group(1);
        }
        return text;
    }

    /** One person may be written surname first; several have given names before each comma. */
    private static List<String> apart(String text) {
        List<String> parts = Arrays.stream(text.split("\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+"))
                .filter(part -> !part.isBlank())
                .toList();
        boolean surnameFirst =
                parts.size() == 2 && text.contains(",") && !parts.get(0).strip().contains(" ");
        return surnameFirst ? List.of(parts.get(1) + " " + parts.get(0)) : parts;
    }

    /** {@code Lovelace, Ada} and {@code King, Jr., Ada} the other way round; a comma in braces is the name's own. */
    static String firstNameFirst(String name) {
        List<String> parts = atCommas(name);
        return switch (parts.size()) {
            case 2 -> parts.get(1) + " " + parts.get(0);
            case 3 -> parts.get(2) + " " + parts.get(0) + ", " + parts.get(1);
            default -> name;
        };
    }

    private static List<String> atCommas(String name) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            depth += braces(name.substring(i, i + 1));
            if (depth == 0 && name.charAt(i) == ',') {
                parts.add(name.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(name.substring(from).strip());
        return parts;
    }
}
