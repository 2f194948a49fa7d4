package dev.lectern.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * A square of numbers in a fixed-width font, rows and columns labelled from 1: cut into strips of columns that fit a
 * phone, each with all rows.
 */
final class NumberGrid {
    /** So many characters of a code block stand in one line on a phone. */
    static final int WIDTH = 34;

    private static final String NOTHING = "\u00B7";

    private NumberGrid() {}

    /** The strips, from the left, each of several lines; the diagonal says nothing. */
    static List<String> strips(List<List<Integer>> square) {
        int label = digits(square.size());
        int cell = 1
                + Math.max(
                        label,
                        square.stream()
                                .flatMap(List::stream)
                                .mapToInt(NumberGrid::digits)
                                .max()
                                .orElse(1));
        int columns = Math.max(1, (WIDTH - label) / cell);
        List<String> strips = new ArrayList<>();
        for (int from = 0; from < square.size(); from += columns) {
            strips.add(strip(square, from, Math.min(from + columns, square.size()), label, cell));
        }
        return strips;
    }

    private static String strip(List<List<Integer>> square, int from, int to, int label, int cell) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(" ".repeat(label));
        for (int column = from; column < to; column++) {
            head.append(right(Integer.toString(column + 1), cell));
        }
        lines.add(head.toString());
        for (int row = 0; row < square.size(); row++) {
            StringBuilder line = new StringBuilder(right(Integer.toString(row + 1), label));
            for (int column = from; column < to; column++) {
                String number = row == column
                        ? NOTHING
                        : Integer.toString(square.get(row).get(column));
                line.append(right(number, cell));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
