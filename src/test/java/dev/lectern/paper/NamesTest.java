package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final ArxivId A = new ArxivId("2401.12345");
    private static final ArxivId B = new ArxivId("2401.54321");
    private static final Doi PUBLISHED = new Doi("10.1145/3292500.3330701");
    private static final Doi PREPRINT = new Doi("10.1101/2024.01.02.573");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2401.12345",
                "2401.12345v3",
                "arXiv:2401.12345",
                "https://arxiv.org/abs/2401.12345v1",
                "http://export.arxiv.org/pdf/2401.12345v2.pdf",
                "https://www.alphaxiv.org/abs/2401.12345",
                "https://huggingface.co/papers/2401.12345",
                "10.48550/arXiv.2401.12345",
                "https://doi.org/10.48550/arXiv.2401.12345",
                "doi:10.48550/ARXIV.2401.12345v2",
                "see https://doi.org/10.48550/arXiv.2401.12345."
            })
    void every_way_to_write_an_arxiv_id_is_that_id(String text) {
        assertThat(Names.find(text)).isEqualTo(Names.NONE.withArxiv(A));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1145/3292500.3330701, 10.1145/3292500.3330701",
        "https://dl.acm.org/doi/abs/10.1145/3292500.3330701?casa_token=x, 10.1145/3292500.3330701",
        "https://dl.acm.org/doi/10.1145/3292500.3330701, 10.1145/3292500.3330701",
        "https://link.springer.com/article/10.1007/S10994-021-1, 10.1007/s10994-021-1",
        "http://dx.doi.org/10.1000/XYZ#top, 10.1000/xyz",
        "(doi: 10.1000/xyz), 10.1000/xyz"
    })
    void a_doi_is_found_by_itself_and_in_links(String text, String doi) {
        assertThat(Doi.find(text)).contains(new Doi(doi));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://notdoi.org/10.1000/xyz", "https://a.example/?u=1", "10.1/x", "doi:", ""})
    void other_texts_have_no_doi(String text) {
        assertThat(Doi.find(text)).isEmpty();
    }

    @Test
    void arxivs_own_dois_are_arxiv_ids() {
        Names names = Names.NONE.withDoi(new Doi("10.48550/arxiv.2401.12345"));
        assertThat(names).isEqualTo(Names.NONE.withArxiv(A));
        assertThat(names.withDoi(PUBLISHED).doi()).contains(PUBLISHED);
    }

    @Test
    void the_publishers_doi_is_shown_before_a_preprints() {
        assertThat(Names.NONE.withDoi(PREPRINT).withDoi(PUBLISHED).doi()).contains(PUBLISHED);
        assertThat(Names.NONE.withDoi(PUBLISHED).withDoi(PREPRINT).dois()).containsExactly(PUBLISHED, PREPRINT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/post, http://www.A.example/post/",
        "https://a.example/post, https://a.example:443/post?utm_source=x&utm_medium=mail#part",
        "https://a.example/post?id=1, https://a.example/post?fbclid=2&id=1",
        "https://a.example, https://a.example/",
        "https://a.example/x/../post, https://a.example/post"
    })
    void a_page_has_many_addresses(String one, String other) {
        Names both = Names.NONE.withPage(other).withPage(one);
        assertThat(both.pages()).hasSize(1);
        assertThat(both).isEqualTo(Names.NONE.withPage(one).withPage(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/post, https://a.example/Post",
        "https://a.example/post?id=1, https://a.example/post?id=2",
        "https://a.example/post, https://b.example/post",
        "https://a.example/post, https://a.example:8080/post"
    })
    void other_addresses_are_other_pages(String one, String other) {
        assertThat(Names.NONE.withPage(one).withPage(other).pages()).hasSize(2);
    }

    @Test
    void the_page_of_an_id_is_that_id() {
        assertThat(Names.NONE.withPage("https://huggingface.co/papers/2401.12345?utm_source=digest"))
                .isEqualTo(Names.NONE.withArxiv(A));
        assertThat(Names.NONE.withPage("https://openreview.net/forum?id=ryxz8CVYDH"))
                .isEqualTo(Names.NONE.withOpenReview(new OpenReviewId("ryxz8CVYDH")));
        String blog = "https://blog.example/on?what=https://arxiv.org/abs/2401.12345";
        assertThat(Names.NONE.withPage(blog).arxiv()).isEmpty();
        assertThat(Names.NONE.withPage("https://huggingface.co/blog/some").page())
                .contains("https://huggingface.co/blog/some");
        assertThat(Names.NONE.withPage("no address")).isEqualTo(Names.NONE);
    }

    @Test
    void two_arxiv_ids_are_two_papers() {
        Names one = Names.NONE.withArxiv(A).withDoi(PUBLISHED);
        assertThat(one.mayJoin(Names.NONE.withArxiv(B).withDoi(PUBLISHED))).isFalse();
        assertThat(one.mayJoinByTitle(Names.NONE.withArxiv(B))).isFalse();
        assertThat(one.mayJoin(Names.NONE.withArxiv(A))).isTrue();
        assertThat(Names.NONE.mayJoin(one) && one.mayJoin(Names.NONE)).isTrue();
    }

    @Test
    void a_title_joins_neither_two_publishers_dois_nor_two_pages_of_a_site() {
        Names published = Names.NONE.withDoi(PUBLISHED);
        Names elsewhere = Names.NONE.withDoi(new Doi("10.1000/other"));
        assertThat(published.mayJoinByTitle(elsewhere)).isFalse();
        assertThat(published.mayJoin(elsewhere)).isTrue();
        assertThat(published.mayJoinByTitle(Names.NONE.withDoi(PREPRINT))).isTrue();
        assertThat(published.mayJoinByTitle(elsewhere.withDoi(PUBLISHED))).isTrue();
        Names letter = Names.NONE.withPage("https://a.example/1");
        assertThat(letter.mayJoinByTitle(Names.NONE.withPage("https://a.example/2")))
                .isFalse();
        assertThat(letter.mayJoinByTitle(Names.NONE.withPage("https://b.example/2")))
                .isTrue();
        assertThat(letter.mayJoinByTitle(Names.NONE.withPage("http://www.a.example/1/")))
                .isTrue();
    }

    @Test
    void the_order_in_which_names_come_does_not_count() {
        long seed = 41;
        System.out.println("NamesTest seed " + seed);
        Random random = new Random(seed);
        List<Names> some = new ArrayList<>(List.of(
                Names.NONE.withArxiv(A),
                Names.NONE.withDoi(PUBLISHED),
                Names.NONE.withDoi(PREPRINT),
                Names.NONE.withOpenReview(new OpenReviewId("ryxz8CVYDH")),
                Names.NONE.withOpenReview(new OpenReviewId("AAAAAAAAAA")),
                Names.NONE.withPage("https://a.example/1"),
                Names.NONE.withPage("http://a.example/1/"),
                Names.NONE.withPage("http://b.example/1")));
        Names all = some.stream().reduce(Names.NONE, Names::merge);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(some, random);
            Names again = some.stream().reduce(Names.NONE, Names::merge);
            assertThat(again).isEqualTo(all);
            assertThat(again.toString()).isEqualTo(all.toString());
        }
        assertThat(all.each()).hasSize(7);
        assertThat(all.each().stream().reduce(Names.NONE, Names::merge)).isEqualTo(all);
    }
}
