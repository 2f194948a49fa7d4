package dev.lectern.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Names;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenPaperTest {
    private static final Names ARXIV = Names.NONE.withArxiv(new ArxivId("2401.12345"));

    @Test
    void a_link_or_id_alone_names_a_paper_and_no_title() {
        for (String text : List.of(
                "2401.12345",
                "arXiv:2401.12345v2",
                "https://arxiv.org/abs/2401.12345",
                "<https://arxiv.org/pdf/2401.12345v3|arxiv.org/pdf/…>",
                "  <https://huggingface.co/papers/2401.12345>  ")) {
            assertThat(WrittenPaper.read(text)).as(text).isEqualTo(new WrittenPaper(Optional.of(ARXIV), ""));
        }
        assertThat(WrittenPaper.read("https://doi.org/10.1145/3292500.3330701"))
                .isEqualTo(new WrittenPaper(Optional.of(Names.NONE.withDoi(new Doi("10.1145/3292500.3330701"))), ""));
    }

    @Test
    void what_stands_beside_a_link_or_id_is_the_title() {
        for (String text : List.of(
                "2401.12345 A Paper of Mine",
                "<https://arxiv.org/abs/2401.12345> A Paper of Mine",
                "A Paper of Mine arXiv: 2401.12345")) {
            assertThat(WrittenPaper.read(text))
                    .as(text)
                    .isEqualTo(new WrittenPaper(Optional.of(ARXIV), "A Paper of Mine"));
        }
        assertThat(WrittenPaper.read("2401.12345 <!here> & *bold*").title()).isEqualTo("<!here> & *bold*");
    }

    @Test
    void words_alone_name_nothing() {
        assertThat(WrittenPaper.read("agents that forget"))
                .isEqualTo(new WrittenPaper(Optional.empty(), "agents that forget"));
    }
}
