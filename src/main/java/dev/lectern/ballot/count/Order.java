package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One order of a PrefLib file, such as {@code 1,{2,4},3}: numbers with commas between, and braces around those tied. */
final class Order {
    private final String text;
    private final int alternatives;
    private final Function<String, BrokenFile> broken;
    private final Set<Integer> seen = new HashSet<>();
    private final List<Set<String>> ranks = new ArrayList<>();

    Order(String text, int alternatives, Function<String, BrokenFile> broken) {
        this.text = text;
        this.alternatives = alternatives;
        this.broken = broken;
    }

    Preference.Ranking ranking() {
        int at = 0;
        while (at <= text.length()) {
            at = isBraceAt(at) ? tied(at) : single(at);
        }
        return new Preference.Ranking(ranks);
    }

    private boolean isBraceAt(int at) {
        return text.substring(at).stripLeading().startsWith("{");
    }

    /** @return where the next rank starts, beyond the end after the last */
    private int single(int at) {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        ranks.add(Set.of(alternative(text.substring(at, end))));
        return end + 1;
    }

    private int tied(int at) {
        int open = text.indexOf('{', at);
        int close = text.indexOf('}', open);
        int again = text.indexOf('{', open + 1);
        if (close < 0 || (again >= 0 && again < close)) {
            throw broken.apply("a brace is not closed");
        }
        Set<String> rank = new LinkedHashSet<>();
        for (String number : text.substring(open + 1, close).split(",", -1)) {
            rank.add(alternative(number));
        }
        ranks.add(rank);
        int comma = text.indexOf(',', close);
        int end = comma < 0 ? text.length() : comma;
        if (!text.substring(close + 1, end).isBlank()) {
            throw broken.apply("there is something between a brace and the next comma");
        }
        return end + 1;
    }

    private String alternative(String number) {
        if (number.isBlank()) {
            throw broken.apply("an alternative is missing before or after a comma, or between braces");
        }
        if (number.contains("}") || number.contains("{")) {
            throw broken.apply("a brace is out of place");
        }
        int alternative = WholeNumber.of(number, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2)
                .orElseThrow(broken);
        if (alternative < 1 || alternative > alternatives) {
            throw broken.apply("alternative " + alternative + " is not one of the " + alternatives);
        }
        if (!seen.add(alternative)) {
            throw broken.apply("alternative " + alternative + " is ranked twice");
        }
        return Integer.toString(alternative);
    }
}
