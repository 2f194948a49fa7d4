package dev.lectern.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NumberGridTest {
    @Test
    void numbers_stand_below_each_other() {
        assertThat(NumberGrid.strips(List.of(List.of(0, 12), List.of(3, 0)))).containsExactly("""
                   1  2
                1  \u00B7 12
                2  3  \u00B7""");
    }

    @RepeatedTest(20)
    void every_number_is_there_in_strips_that_fit_a_phone(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(20);
        int most = (int) Math.pow(10, random.nextInt(6));
        List<List<Integer>> square = IntStream.range(0, size)
                .mapToObj(row -> random.ints(size, 0, most).boxed().toList())
                .toList();

        List<List<String>> read = new ArrayList<>();
        IntStream.range(0, size).forEach(row -> read.add(new ArrayList<>()));
        for (String strip : NumberGrid.strips(square)) {
            String[] lines = strip.split("\n");
            assertThat(lines)
                    .hasSize(size + 1)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(NumberGrid.WIDTH));
            for (int row = 0; row < size; row++) {
                String[] cells = lines[row + 1].strip().split(" +");
                assertThat(cells[0]).isEqualTo(Integer.toString(row + 1));
                read.get(row).addAll(List.of(cells).subList(1, cells.length));
            }
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                String cell = read.get(row).get(column);
                assertThat(cell)
                        .isEqualTo(
                                row == column
                                        ? "\u00B7"
                                        : square.get(row).get(column).toString());
            }
        }
    }
}
