package dev.lectern.paper;

import java.util.List;
import java.util.Optional;

/**
 * Who wrote a paper.
 *
 * @param names in the paper's order; may be fewer than {@code count}: pages tell only a number, and some hide their name
 * @param count how many there are, 0 when nobody said
 */
public record Authors(List<String> names, int count, Optional<String> organization) {
    public static final Authors UNKNOWN = new Authors(List.of(), 0, Optional.empty());
    private static final int NAMED = 2;

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
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 author";
            default -> count + " authors";
        };
    }

    private String named() {
        // "and 1 other" would take as much room as the name that it hides.
        int shown = count <= NAMED + 1 ? names.size() : Math.min(NAMED, names.size());
        String list = String.join(", ", names.subList(0, shown));
        int others = count - shown;
        return others == 0 ? list : list + " and " + others + (others == 1 ? " other" : " others");
    }

    /** The longer list of names wins, and the higher count. */
    Authors merge(Authors newer) {
        return new Authors(
                newer.names.size() > names.size() ? newer.names : names,
                Math.max(count, newer.count),
                organization.or(() -> newer.organization));
    }
}
