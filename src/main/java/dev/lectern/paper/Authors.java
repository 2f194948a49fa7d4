package dev.lectern.paper;

import dev.lectern.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Who wrote a paper.
 *
 * @param names in the paper's order; may be fewer than {@code count}: pages tell only a number, and some hide their name
 * @param count how many there are, 0 when nobody said
 */
public record Authors(List<String> names, int count, Optional<String> organization) {
    public static final Authors UNKNOWN = new Authors(List.of(), 0, Optional.empty());
    private static final Texts TEXTS = Texts.of(Authors.class);
    private static final int NAMED = 2;
    private static final Comparator<String> LONGER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    private static final Comparator<List<String>> FULLER = Comparator.comparingInt((List<String> all) -> all.size())
            .thenComparing(all -> String.join("\n", all), LONGER);

    public Authors {
        names = names.stream()
                .map(ShortText::clean)
                .filter(name -> !name.isEmpty())
                .toList();
        count = Math.max(count, names.size());
        organization = organization.map(ShortText::clean).filter(name -> !name.isEmpty());
    }

    /** The organization; else "A. Author, B. Author and 5 others"; else "7 authors"; else nothing. */
    public String byline() {
        return organization.orElseGet(() -> names.isEmpty() ? counted() : named());
    }

    private String counted() {
        return count == 0 ? "" : TEXTS.say("authors.count", "count", count);
    }

    private String named() {
        // "and 1 other" would take as much room as the name that it hides.
        int shown = count <= NAMED + 1 ? names.size() : Math.min(NAMED, names.size());
        String list = String.join(", ", names.subList(0, shown));
        int others = count - shown;
        return others == 0 ? list : TEXTS.say("authors.others", "names", list, "count", others);
    }

    /** The longer list of names wins, the higher count, and the longer name of the organization. */
    Authors merge(Authors other) {
        return new Authors(
                BinaryOperator.maxBy(FULLER).apply(names, other.names),
                Math.max(count, other.count),
                Stream.concat(organization.stream(), other.organization.stream())
                        .max(LONGER));
    }
}
