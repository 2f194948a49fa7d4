package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StoredVectorTest {
    private static final Draft TITLED = Draft.titled("A Title").withArxivId(new ArxivId("2603.00001"));

    @Test
    void a_vector_takes_four_bytes_a_component_and_its_head_tells_its_text() {
        byte[] hash = EmbeddedText.hash(paper(TITLED));
        float[] vector = {0.25f, -1, Float.MIN_VALUE};
        byte[] value = StoredVector.write(hash, vector);
        assertThat(value).hasSize(StoredVector.HEAD_BYTES + 12);
        assertThat(StoredVector.read(value))
                .hasValueSatisfying(read -> assertThat(read).containsExactly(vector));
        byte[] head = Arrays.copyOf(value, StoredVector.HEAD_BYTES);
        assertThat(StoredVector.isOf(hash, head)).isTrue();
        assertThat(StoredVector.isOf(EmbeddedText.hash(paper(TITLED.withAbstract("More."))), head))
                .isFalse();
    }

    @Test
    void the_text_is_the_title_and_the_abstract_or_what_stands_for_it() {
        assertThat(EmbeddedText.of(paper(TITLED))).isEqualTo("A Title");
        assertThat(EmbeddedText.of(paper(TITLED.withShortSummary("Short.")))).isEqualTo("A Title\nShort.");
        assertThat(EmbeddedText.of(paper(TITLED.withShortSummary("Short.").withAbstract("Long."))))
                .isEqualTo("A Title\nLong.");
    }

    private static Paper paper(Draft draft) {
        return Paper.added(draft, Instant.EPOCH);
    }
}
