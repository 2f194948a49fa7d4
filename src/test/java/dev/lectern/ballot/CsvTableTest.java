package dev.lectern.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final List<String> SIGNS =
            List.of("=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", "'", "a", "1", " ", "\u00E9", ";");

    @Test
    void cells_are_parted_by_commas_and_rows_end_as_in_rfc_4180() {
        assertThat(CsvTable.of(List.of(List.of("a", ""), List.of("b", "1")))).isEqualTo("a,\r\nb,1\r\n");
    }

    @Test
    void what_would_part_cells_is_quoted() {
        assertThat(CsvTable.of(List.of(List.of("a,b", "say \"x\"", "two\nlines"))))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void what_a_spreadsheet_would_run_begins_with_an_apostrophe(String formula) {
        assertThat(CsvTable.of(List.of(List.of(formula)))).isEqualTo("'" + formula + "\r\n");
    }

    @Test
    void a_formula_that_needs_quotes_has_both() {
        assertThat(CsvTable.of(List.of(List.of("=HYPERLINK(\"a\",\"b\")"))))
                .isEqualTo("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n");
        assertThat(CsvTable.of(List.of(List.of("\r=1")))).isEqualTo("\"'\r=1\"\r\n");
    }

    @RepeatedTest(20)
    void whoever_reads_it_gets_the_same_cells_back_and_no_formula(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<String>> rows = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(row ->
                        IntStream.range(0, 3).mapToObj(cell -> text(random)).toList())
                .toList();
        List<List<String>> read = read(CsvTable.of(rows));
        assertThat(read).hasSameSizeAs(rows);
        for (int row = 0; row < rows.size(); row++) {
            for (int cell = 0; cell < 3; cell++) {
                String wrote = rows.get(row).get(cell);
                boolean formula = !wrote.isEmpty() && "=+-@\t\r\n".indexOf(wrote.charAt(0)) >= 0;
                assertThat(read.get(row).get(cell)).isEqualTo(formula ? "'" + wrote : wrote);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, SIGNS.size()).forEach(sign -> text.append(SIGNS.get(sign)));
        return text.toString();
    }

    /** By RFC 4180 alone. */
    static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char sign = csv.charAt(at);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == ',' || csv.startsWith("\r\n", at)) {
                row.add(cell.toString());
                cell.setLength(0);
                if (sign != ',') {
                    rows.add(row);
                    row = new ArrayList<>();
                    at++;
                }
            } else {
                cell.append(sign);
            }
        }
        return rows;
    }
}
