package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivIdTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "2401.12345 2401.12345",
                "2401.12345v2 2401.12345",
                "arXiv:2401.12345v12 2401.12345",
                "ARXIV:2401.12345 2401.12345",
                "0704.0001 0704.0001",
                "cs.CL/9901001 cs.CL/9901001",
                "cs.cl/9901001v1 cs.CL/9901001",
                "hep-th/9901001 hep-th/9901001",
                "cond-mat.stat-mech/0101001 cond-mat.stat-mech/0101001",
                "arXiv:math.GT/0309136 math.GT/0309136",
                "https://arxiv.org/abs/2401.12345 2401.12345",
                "http://www.arxiv.org/abs/2401.12345v3 2401.12345",
                "https://export.arxiv.org/abs/2401.12345 2401.12345",
                "https://arxiv.org/pdf/2401.12345.pdf 2401.12345",
                "https://arxiv.org/pdf/2401.12345v2.pdf#page=3 2401.12345",
                "https://arxiv.org/pdf/2401.12345v2 2401.12345",
                "https://arxiv.org/html/2401.12345v1/ 2401.12345",
                "https://arxiv.org/abs/2401.12345?context=cs.CL 2401.12345",
                "arxiv.org/abs/cs.CL/9901001 cs.CL/9901001",
                "https://arxiv.org/abs/hep-th/9901001v2 hep-th/9901001",
                "https://alphaxiv.org/abs/2401.12345 2401.12345",
                "https://www.alphaxiv.org/en/overview/2401.12345v2 2401.12345",
                "https://huggingface.co/papers/2401.12345#community 2401.12345",
                "https://hf.co/papers/2401.12345 2401.12345",
                "https://huggingface.co/api/papers/2401.12345 2401.12345",
                "<https://arxiv.org/abs/2401.12345> 2401.12345",
                "<https://arxiv.org/abs/2401.12345|arxiv.org/abs/2401.12345> 2401.12345",
                "<https://huggingface.co/papers/2401.12345|look> 2401.12345",
            })
    void an_id_is_found_in_all_its_forms(String text, String id) {
        assertThat(ArxivId.find(text)).contains(new ArxivId(id));
        assertThat(ArxivId.find("  " + text + "\n")).contains(new ArxivId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2413.12345",
                "2400.12345",
                "2401.123",
                "2401.123456",
                "12401.12345",
                "cs.CL/9913001",
                "foo/9901001",
                "https://arxiv.org/abs/2413.12345",
                "https://arxiv.org/list/cs.CL/recent",
                "https://notarxiv.org/abs/2401.12345",
                "https://example.org/abs/2401.12345",
                "https://huggingface.co/models/2401.12345",
                "we met 2401.12345 times",
                "GPT-4",
            })
    void what_is_no_id_is_not_taken_for_one(String text) {
        assertThat(ArxivId.find(text)).isEmpty();
    }

    @Test
    void a_link_or_a_mention_is_found_inside_a_message() {
        assertThat(ArxivId.find("what about (https://arxiv.org/abs/2401.12345v2), anyone?"))
                .contains(new ArxivId("2401.12345"));
        assertThat(ArxivId.find("see arXiv:2401.12345, section 2")).contains(new ArxivId("2401.12345"));
    }

    @Test
    void only_the_canonical_form_is_an_id() {
        for (String text : new String[] {"2401.12345v1", "cs.cl/9901001", "2413.12345", "x", "arXiv:2401.12345"}) {
            assertThatThrownBy(() -> new ArxivId(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_subject_class_does_not_make_another_paper() {
        assertThat(new ArxivId("cs.CL/9901001").isSamePaper(new ArxivId("cs/9901001")))
                .isTrue();
        assertThat(new ArxivId("cs.CL/9901001").isSamePaper(new ArxivId("math/9901001")))
                .isFalse();
    }
}
