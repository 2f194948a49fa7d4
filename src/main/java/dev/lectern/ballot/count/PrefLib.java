package dev.lectern.ballot.count;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rankings in the format of PrefLib (preflib.org/format; Nicholas Mattei and Toby Walsh, "PrefLib: A Library of Preference
 * Data", ADT 2013). Immutable.
 *
 * @param title of the election; may be empty
 * @param names of the alternatives; the first has the id "1", the second "2", and so on. Two may share a name.
 * @param orders rankings of these ids
 */
public record PrefLib(Type type, String title, List<String> names, List<Bundle> orders) {
    /** More than any ballot of people has; a matrix of all pairs still fits in memory and is done in seconds. */
    public static final int MOST_ALTERNATIVES = 1000;

    /** What the orders of a file promise. */
    public enum Type {
        /** Strict orders, complete. */
        SOC(true, true),
        /** Strict orders, incomplete. */
        SOI(true, false),
        /** Orders with ties, complete. */
        TOC(false, true),
        /** Orders with ties, incomplete. */
        TOI(false, false);

        private final boolean strict;
        private final boolean complete;

        Type(boolean strict, boolean complete) {
            this.strict = strict;
            this.complete = complete;
        }

        /** By its extension, case aside. */
        public static Optional<Type> ofFile(String file) {
            return Arrays.stream(values())
                    .filter(type -> file.toLowerCase(Locale.ROOT).endsWith("." + type.extension()))
                    .findFirst();
        }

        /** Such as {@code soc}. */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean strict() {
            return strict;
        }

        boolean complete() {
            return complete;
        }
    }

    public PrefLib {
        names = List.copyOf(names);
        orders = List.copyOf(orders);
    }

    /**
     * Rankings under the ids of their profile, as PrefLib tells them: blank votes are left out, which it cannot tell, and
     * the alternatives are numbered in the order in which nomination and lot break ties, so that counting the file breaks
     * them as before.
     *
     * @param name of each alternative
     * @throws IllegalArgumentException where a vote is neither a ranking nor blank
     */
    public static PrefLib of(String title, Profile profile, String seed, Map<String, String> name) {
        List<String> order = new Precedence(profile.alternatives(), seed)
                .sorted(profile.alternatives().ids());
        Map<String, String> numbers = new LinkedHashMap<>();
        order.forEach(id -> numbers.put(id, Integer.toString(numbers.size() + 1)));
        List<Bundle> orders = profile.bundles().stream()
                .filter(bundle -> !(bundle.vote() instanceof Preference.Blank))
                .map(bundle -> new Bundle(bundle.count(), numbered(bundle.vote(), numbers)))
                .collect(Collectors.groupingBy(Bundle::vote, LinkedHashMap::new, Collectors.summingInt(Bundle::count)))
                .entrySet()
                .stream()
                .map(equal -> new Bundle(equal.getValue(), equal.getKey()))
                .toList();
        List<String> names = order.stream().map(id -> name.getOrDefault(id, id)).toList();
        return new PrefLib(type(orders, names.size()), title, names, orders);
    }

    private static Preference numbered(Preference vote, Map<String, String> numbers) {
        if (!(vote instanceof Preference.Ranking ranking)) {
            throw new IllegalArgumentException("PrefLib's orders cannot tell " + vote);
        }
        return new Preference.Ranking(ranking.ranks().stream()
                .map(rank -> rank.stream().map(numbers::get).collect(Collectors.toSet()))
                .toList());
    }

    private static Type type(List<Bundle> orders, int alternatives) {
        boolean strict = orders.stream().allMatch(order -> isStrict(ranking(order)));
        boolean complete =
                orders.stream().allMatch(order -> order.vote().named().size() == alternatives);
        return Arrays.stream(Type.values())
                .filter(type -> type.strict() == strict && type.complete() == complete)
                .findFirst()
                .orElseThrow();
    }

    static boolean isStrict(Preference.Ranking ranking) {
        return ranking.ranks().stream().allMatch(rank -> rank.size() == 1);
    }

    private static Preference.Ranking ranking(Bundle order) {
        return (Preference.Ranking) order.vote();
    }

    /** The ids of {@link #names}. */
    public List<String> ids() {
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** The whole file, most frequent orders first. */
    public String write(String file) {
        StringBuilder text = new StringBuilder();
        header(text, "FILE NAME", line(file));
        header(text, "TITLE", line(title));
        header(text, "DATA TYPE", type.extension());
        header(text, "MODIFICATION TYPE", "original");
        header(text, "NUMBER ALTERNATIVES", Integer.toString(names.size()));
        header(
                text,
                "NUMBER VOTERS",
                Integer.toString(orders.stream().mapToInt(Bundle::count).sum()));
        header(text, "NUMBER UNIQUE ORDERS", Integer.toString(orders.size()));
        for (int i = 0; i < names.size(); i++) {
            header(text, "ALTERNATIVE NAME " + (i + 1), line(names.get(i)));
        }
        orders.stream()
                .sorted(Comparator.comparingInt(Bundle::count).reversed().thenComparing(PrefLib::order))
                .forEach(order -> text.append(order.count())
                        .append(": ")
                        .append(order(order))
                        .append('\n'));
        return text.toString();
    }

    private static void header(StringBuilder text, String key, String value) {
        text.append("# ").append(key).append(": ").append(value).append('\n');
    }

    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String order(Bundle bundle) {
        return ranking(bundle).ranks().stream().map(PrefLib::rank).collect(Collectors.joining(","));
    }

    private static String rank(Set<String> rank) {
        String joined =
                rank.stream().sorted(Comparator.comparing(Integer::valueOf)).collect(Collectors.joining(","));
        return rank.size() == 1 ? joined : "{" + joined + "}";
    }
}
