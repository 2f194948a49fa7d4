package dev.lectern.discover;

import java.time.LocalDate;

/**
 * A page of a list, as its button carries it.
 *
 * @param today the day (UTC) on which the list was asked for, so that its pages fit together
 * @param from how many papers come before
 */
record ShelfPage(Shelf shelf, LocalDate today, int from) {
    ShelfPage {
        if (from < 0) {
            throw new IllegalArgumentException("a page before the first: " + from);
        }
    }

    ShelfPage further(int papers) {
        return new ShelfPage(shelf, today, from + papers);
    }

    /** Reads what {@link #toString} gives; throws {@link IllegalArgumentException} for anything else. */
    static ShelfPage parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 3 || !words[1].matches("\\d{4}-\\d\\d-\\d\\d") || !words[2].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("not a page of a list: " + text);
        }
        return new ShelfPage(Shelf.of(words[0]), date(words[1]), Integer.parseInt(words[2]));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a day: " + text, e);
        }
    }

    @Override
    public String toString() {
        return shelf.word() + " " + today + " " + from;
    }
}
