package dev.lectern.ballot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values by RFC 4180, safe to open in a spreadsheet: a cell that a spreadsheet would take for a
 * formula begins with an apostrophe (OWASP, "CSV Injection").
 */
public final class CsvTable {
    private static final String FORMULA = "=+-@\t\r\n";
    private static final String END_OF_LINE = "\r\n";

    private CsvTable() {}

    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + END_OF_LINE)
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
