package dev.lectern.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, aligned so that it reads well as it is. */
final class Table {
    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... heads) {
        this.title = title;
        rows.add(List.of(heads));
    }

    void row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(Table::text).toList());
    }

    private static String text(Object cell) {
        if (cell instanceof Double real) {
            return String.format(Locale.ROOT, real < 10 ? "%.2f" : "%,.0f", real);
        }
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(rows.stream().map(this::line).toList());
        lines.add(1, line(Collections.nCopies(rows.get(0).size(), "---")));
        return "\n### " + title + "\n\n" + String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> pad(cells.get(column), width(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width) {
        return cell.equals("---") ? "-".repeat(Math.max(3, width)) : cell + " ".repeat(width - cell.length());
    }
}
