package dev.lectern.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static final List<String> CHARACTERS = List.of("a", "é", "字", "𝒜");

    @Test
    void a_line_of_75_octets_stays_and_one_more_is_folded() {
        assertThat(Folding.fold("a".repeat(75) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n");
        assertThat(Folding.fold("a".repeat(76) + "\r\n")).isEqualTo("a".repeat(75) + "\r\n a\r\n");
        assertThat(Folding.fold("é".repeat(38) + "\r\n")).isEqualTo("é".repeat(37) + "\r\n é\r\n");
        assertThat(Folding.fold("")).isEmpty();
    }

    @Test
    void what_is_folded_unfolds_to_what_it_was_in_lines_as_long_as_may_be() {
        Random random = new Random(75);
        for (int round = 0; round < 500; round++) {
            String line = IntStream.range(0, random.nextInt(400))
                    .mapToObj(n -> Samples.oneOf(CHARACTERS, random))
                    .reduce("", String::concat);
            String folded = Folding.fold(line + "\r\n" + line + "\r\n");
            assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n" + line + "\r\n");
            for (String physical : folded.split("\r\n", -1)) {
                byte[] octets = physical.getBytes(StandardCharsets.UTF_8);
                assertThat(octets).hasSizeLessThanOrEqualTo(75);
                assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(physical);
            }
        }
    }
}
