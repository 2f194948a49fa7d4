package dev.lectern.paper.source;

import static dev.lectern.paper.source.FakeSource.body;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""
                    + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                    + "<updated>2026-11-20T00:00:00-05:00</updated>";
    private static final String NOTHING = HEAD + "<opensearch:totalResults>0</opensearch:totalResults></feed>";
    private static final String FEED = "/atom/cs.CL";

    private final FakeSource source = new FakeSource();
    private final QuickSites sites =
            new QuickSites(TestRedis.fresh(), new SettableClock(Instant.parse("2026-11-20T10:00:00Z")));
    private final Arxiv arxiv =
            new Arxiv(sites.site(Arxiv.rules(source.at(""), source.at(""))), source.at(""), source.at("/"));

    @AfterEach
    void close() {
        sites.close();
        source.close();
    }

    private static FakeSource.Told atom(String... entries) {
        return body("application/atom+xml; charset=utf-8", HEAD + String.join("", entries) + "</feed>");
    }

    private static String entry(String id, String inside) {
        return "<entry><id>http://arxiv.org/abs/" + id + "</id><updated>2026-11-12T17:00:00Z</updated>"
                + "<published>2026-11-10T17:59:59Z</published><title>On\n  things</title>" + inside + "</entry>";
    }

    private static String announced(String id, String inside) {
        return "<entry><id>oai:arXiv.org:" + id + "</id><title>On " + id + "</title>"
                + "<published>2026-11-20T00:00:00-05:00</published>" + inside + "</entry>";
    }

    private static String type(String type) {
        return "<arxiv:announce_type>" + type + "</arxiv:announce_type>";
    }

    private static List<String> ids(List<Draft> papers) {
        return papers.stream()
                .map(paper -> paper.names().arxiv().orElseThrow().value())
                .toList();
    }

    @Test
    void a_paper_is_found_by_its_id_with_all_that_is_told_of_it() throws SourceTrouble {
        source.on(
                "/api/query",
                atom(entry(
                        "2611.00001v2",
                        "<summary>  Of things &amp; more. </summary><author><name>A. One</name></author>"
                                + "<author><name>B. Two</name></author><arxiv:doi>10.1145/ABC</arxiv:doi>"
                                + "<arxiv:comment>12 pages</arxiv:comment>")));

        Draft paper =
                arxiv.find(Names.find("https://arxiv.org/pdf/2611.00001v1")).orElseThrow();

        assertThat(paper.names())
                .isEqualTo(Names.NONE.withArxiv(new ArxivId("2611.00001")).withDoi(new Doi("10.1145/abc")));
        assertThat(paper.title()).isEqualTo("On things");
        assertThat(paper.abstractText()).isEqualTo("Of things & more.");
        assertThat(paper.authors().names()).containsExactly("A. One", "B. Two");
        assertThat(paper.published()).contains(LocalDate.parse("2026-11-10"));
        assertThat(paper.listings()).isEmpty();
        assertThat(paper.withdrawn()).isEmpty();
        assertThat(source.targets()).containsExactly("/api/query?id_list=2611.00001&max_results=1");
    }

    @Test
    void an_id_that_arxiv_does_not_know_finds_nothing() throws SourceTrouble {
        source.on("/api/query", body("application/atom+xml", NOTHING));

        assertThat(arxiv.find(Names.find("2611.99999"))).isEmpty();
        assertThat(arxiv.find(Names.NONE)).isEmpty();
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void many_ids_go_into_one_question() throws SourceTrouble {
        source.on("/api/query", atom(entry("2611.00001v1", ""), entry("2611.00003v1", "")));

        List<ArxivId> ids = List.of(new ArxivId("2611.00001"), new ArxivId("2611.00002"), new ArxivId("2611.00003"));
        assertThat(ids(arxiv.findAll(ids))).containsExactly("2611.00001", "2611.00003");
        assertThat(source.targets())
                .containsExactly("/api/query?id_list=2611.00001%2C2611.00002%2C2611.00003&max_results=3");
    }

    @Test
    void a_row_without_title_or_id_is_left_out() throws SourceTrouble {
        source.on(
                "/api/query",
                atom(
                        "<entry><id>http://arxiv.org/abs/2611.00001v1</id></entry>",
                        "<entry><id>http://example.org/</id><title>No id</title></entry>",
                        "<entry/>",
                        entry("2611.00002v1", "")));

        assertThat(ids(arxiv.search("on things", 10).papers())).containsExactly("2611.00002");
        assertThat(source.targets())
                .containsExactly("/api/query?search_query=all%3Aon+AND+all%3Athings&max_results=10");
        assertThat(arxiv.search(" \"; ", 10).papers()).isEmpty();
    }

    @Test
    void a_question_that_arxiv_does_not_understand_is_told() {
        source.on(
                "/api/query",
                atom("<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title>"
                        + "<summary>incorrect id format</summary></entry>"));

        assertThatThrownBy(() -> arxiv.search("x", 1))
                .hasMessage("arXiv does not understand the question (incorrect id format)");
    }

    @ParameterizedTest
    @CsvSource({
        "'<html><body>Rate exceeded.</body></html>', a web page",
        "'<!DOCTYPE html><html lang=\"en\"><head></head></html>', a web page",
        "'', nothing",
        "Rate exceeded., something else",
        "'{\"papers\":[]}', something else",
        "<rss></rss>, something else"
    })
    void what_is_no_atom_is_said(String sent, String what) {
        source.on("/api/query", body("application/atom+xml", sent));

        assertThatThrownBy(() -> arxiv.find(Names.find("2611.00001")))
                .isInstanceOf(SourceTrouble.class)
                .hasMessage("arXiv answers with " + what + " instead of papers");
    }

    @Test
    void entities_from_outside_are_not_fetched() throws SourceTrouble {
        source.on("/secret", body("text/plain", "leaked"));
        source.on(
                "/api/query",
                body(
                        "application/atom+xml",
                        "<!DOCTYPE feed [<!ENTITY x SYSTEM \"" + source.at("/secret") + "\">]>" + HEAD
                                + entry("2611.00001v1", "<summary>&x;</summary>") + "</feed>"));

        assertThat(arxiv.find(Names.find("2611.00001")).orElseThrow().abstractText())
                .doesNotContain("leaked");
        assertThat(source.targets()).doesNotContain("/secret");
    }

    @Test
    void new_papers_and_crossed_ones_are_announced_and_new_versions_are_not() throws SourceTrouble {
        source.on(
                FEED,
                atom(
                        announced(
                                "2611.00001v1",
                                "<summary>arXiv:2611.00001v1 Announce Type: new \nAbstract: Of things.</summary>"
                                        + "<dc:creator>A. One, B. Two (Lab, City), C. Three, Jr.</dc:creator>"
                                        + type("new")),
                        announced("2510.00002v1", type("cross")),
                        announced("2611.00003v2", type("replace")),
                        announced("2611.00004v2", type("replace-cross")),
                        announced("2611.00005v1", "<summary>arXiv:2611.00005v1 Announce Type: new</summary>"),
                        announced("2611.00006v1", "<summary>Says nothing</summary>")));

        List<Draft> papers = arxiv.announced("cs.CL", TODAY).papers();

        assertThat(ids(papers)).containsExactly("2611.00001", "2510.00002", "2611.00005");
        Draft first = papers.get(0);
        assertThat(first.abstractText()).isEqualTo("Of things.");
        assertThat(first.authors().names()).containsExactly("A. One", "B. Two (Lab, City)", "C. Three, Jr.");
        assertThat(first.listings()).containsExactly(new Listing(PaperList.arxiv("cs.CL"), TODAY));
        assertThat(first.published()).contains(TODAY);
        assertThat(papers.get(1).published()).as("a crossed paper may be older").isEmpty();
        assertThat(papers.get(1).authors().names()).isEmpty();
    }

    @Test
    void an_announcement_without_date_is_of_the_feeds_day() throws SourceTrouble {
        source.on(FEED, atom("<entry><id>oai:arXiv.org:2611.00001v1</id><title>T</title>" + type("new") + "</entry>"));

        assertThat(arxiv.announced("cs.CL", TODAY.plusDays(5)).papers().get(0).listings())
                .containsExactly(new Listing(PaperList.arxiv("cs.CL"), TODAY));
    }

    @Test
    void of_a_feed_that_was_cut_off_the_whole_rows_are_kept() throws SourceTrouble {
        source.on(
                FEED,
                body(
                        "application/atom+xml",
                        HEAD
                                + announced("2611.00001v1", type("new"))
                                + announced("2611.00002v1", type("new")).replace("</entry>", "")));

        Listed listed = arxiv.announced("cs.CL", TODAY);
        assertThat(ids(listed.papers())).containsExactly("2611.00001");
        assertThat(listed.problem()).contains("arXiv broke off its answer");
    }

    @Test
    void a_category_that_is_none_is_said_and_no_address_is_made_of_it() {
        source.on("/atom/cs.XX", status(404));

        assertThatThrownBy(() -> arxiv.announced("cs.XX", TODAY)).hasMessage("arXiv has no category cs.XX");
        assertThatThrownBy(() -> arxiv.announced("../secret", TODAY)).hasMessage("arXiv has no category ../secret");
        assertThat(source.targets()).containsExactly("/atom/cs.XX");
    }

    @Test
    void what_came_in_on_some_days_is_asked_for_by_category_and_day() throws SourceTrouble {
        source.on("/api/query", atom(entry("2611.00001v1", "")));

        assertThat(arxiv.submitted("cs.CL", TODAY.minusDays(2), TODAY).papers()).hasSize(1);
        assertThat(source.targets())
                .containsExactly(
                        "/api/query?search_query=cat%3Acs.CL+AND+submittedDate%3A%5B202611180000+TO+202611202359%5D"
                                + "&start=0&max_results=500");
    }

    @Test
    void a_withdrawn_paper_is_marked_with_the_time_of_its_last_version() throws SourceTrouble {
        source.on(
                "/api/query",
                atom(entry(
                        "2611.00001v2",
                        "<arxiv:comment>This paper has been withdrawn by the authors</arxiv:comment>")));

        assertThat(arxiv.find(Names.find("2611.00001")).orElseThrow().withdrawn())
                .contains(Instant.parse("2026-11-12T17:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This paper has been withdrawn by the author due to an error in Lemma 2",
                "This submission has been withdrawn by arXiv administrators",
                "The manuscript was withdrawn because of a mistake",
                "This article has been retracted",
                "Withdrawn by the authors",
                "Withdrawn.",
                "Paper withdrawn due to an error"
            })
    void these_words_say_that_a_paper_was_withdrawn(String words) {
        assertThat(Withdrawal.isTold(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 pages, an earlier version was withdrawn",
                "This paper has been withdrawn from EMNLP and sent elsewhere",
                "Withdrawn papers are a rich source of errors",
                "We study why papers are withdrawn",
                "This paper studies withdrawn papers",
                "The model was withdrawn",
                ""
            })
    void these_words_do_not(String words) {
        assertThat(Withdrawal.isTold(words)).isFalse();
    }
}
