package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLinkTest {
    private static final Names ATTENTION = Names.NONE.withArxiv(new ArxivId("1706.03762"));
    private static final Names BERT = Names.NONE.withArxiv(new ArxivId("1810.04805"));

    private static List<Names> names(String text) {
        return PastedLink.in(text).stream().map(PastedLink::names).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://arxiv.org/abs/1706.03762>",
                "<https://arxiv.org/abs/1706.03762v5|the one with attention>",
                "<http://arxiv.org/pdf/1706.03762|arxiv.org/pdf/1706.03762>",
                "Have you seen https://arxiv.org/abs/1706.03762?",
                "(https://huggingface.co/papers/1706.03762)",
                "*https://arxiv.org/abs/1706.03762*",
                "arxiv.org/abs/1706.03762, for example",
                "arXiv:1706.03762",
                "arXiv: 1706.03762v2 is old",
                "1706.03762",
                "read 1706.03762."
            })
    void an_arxiv_paper_is_found_in_every_way_to_write_it(String text) {
        assertThat(names(text)).containsExactly(ATTENTION);
    }

    @Test
    void several_come_in_their_order_and_each_once() {
        assertThat(names("Builds on <https://arxiv.org/abs/1810.04805|BERT>, arXiv:1706.03762 and "
                        + "<https://arxiv.org/pdf/1810.04805v2>"))
                .containsExactly(BERT, ATTENTION);
    }

    @Test
    void dois_and_openreview_forums_are_found() {
        assertThat(names("<https://doi.org/10.1145/3292500.3330701>"))
                .containsExactly(Names.NONE.withDoi(new Doi("10.1145/3292500.3330701")));
        assertThat(names("see doi:10.1145/3292500.3330701."))
                .containsExactly(Names.NONE.withDoi(new Doi("10.1145/3292500.3330701")));
        assertThat(names("10.1145/3292500.3330701"))
                .containsExactly(Names.NONE.withDoi(new Doi("10.1145/3292500.3330701")));
        assertThat(names("<https://openreview.net/forum?noteId=a&amp;id=ryxz8CVYDH>"))
                .containsExactly(Names.NONE.withOpenReview(new OpenReviewId("ryxz8CVYDH")));
    }

    @Test
    void another_link_is_a_page_without_fragment_and_tracking() {
        List<PastedLink> found =
                PastedLink.in("<https://Blog.example.org/post?id=7&amp;utm_source=slack#part-2|a post>");
        assertThat(found).singleElement().satisfies(link -> {
            assertThat(link.isPage()).isTrue();
            assertThat(link.names()).isEqualTo(Names.NONE.withPage("https://blog.example.org/post?id=7"));
        });
        assertThat(PastedLink.in("arXiv:1706.03762").get(0).isPage()).isFalse();
    }

    @Test
    void a_bracket_belongs_to_the_address_that_opened_it() {
        assertThat(names("https://example.org/wiki/Attention_(machine)"))
                .containsExactly(Names.NONE.withPage("https://example.org/wiki/Attention_(machine)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no link at all",
                "<@U0ADA> and <#C0READING|reading> and <!here>",
                "<mailto:ada@example.org|ada>",
                "it costs 1912.5000 or 2401.1234 or 12.2024",
                "version 2.1706.03762",
                "the label <mailto:x@example.org|arXiv:1706.03762>",
                "<https://>",
                "https:// and http://"
            })
    void what_is_no_link_and_no_id_is_left_alone(String text) {
        assertThat(PastedLink.in(text)).isEmpty();
    }

    @Test
    void whatever_is_written_nothing_breaks_and_every_name_is_one() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "<",
                ">",
                "|",
                "https://",
                "arxiv.org/abs/",
                "1706.03762",
                "arXiv:",
                " ",
                "&amp;",
                "doi:",
                "10.1145/",
                "x",
                "(",
                ")",
                "%",
                "#",
                "?",
                "\uD83D",
                "\n",
                "[",
                "]",
                "openreview.net/forum?id=",
                "ryxz8CVYDH");
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(PastedLink.in(text.toString()))
                    .as("%s", text)
                    .allSatisfy(link -> assertThat(link.names().isEmpty()).isFalse())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_long_text_of_openings_is_read_in_no_time() {
        assertThat(PastedLink.in("<https://".repeat(100_000))).isEmpty();
        assertThat(PastedLink.in("arxiv:   ".repeat(100_000))).isEmpty();
    }
}
