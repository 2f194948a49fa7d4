package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.Trust;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupsTest {
    private static final String JSON = "application/json";
    private static final Names OPTUNA = Names.NONE.withDoi(new Doi("10.1145/3292500.3330701"));
    private static final Names ATTENTION = Names.NONE.withArxiv(new ArxivId("1706.03762"));
    private static final Names VAE = Names.NONE.withOpenReview(new OpenReviewId("33X9fd2-9FyZd"));
    private static final String WORK = "/works/10.1145%2F3292500.3330701";
    private static final String BATCH =
            "/graph/v1/paper/batch?fields=title,abstract,authors,tldr,citationCount," + "externalIds,publicationDate";
    private static final String CROSSREF_ANSWER = """
            {"status":"ok","message":{"title":["Optuna &amp; more"],"abstract":"<jats:title>Abstract</jats:title>\
            <jats:p>We wrote <jats:italic>this</jats:italic>.</jats:p>","author":[{"given":"Takuya","family":"Akiba"},\
            {"name":"A Team"},{"family":"Sano"}],"issued":{"date-parts":[[2019,7]]},\
            "published-print":{"date-parts":[[2019,7,25]]}}}""";

    private final LocalSite site = new LocalSite();
    private final Crossref crossref = new Crossref(site, site.address());
    private final SemanticScholar scholar = new SemanticScholar(site, site.address());
    private final OpenReview openReview =
            new OpenReview(site, List.of(site.address(), site.address().resolve("/v1")));
    private final WebPage webPage = new WebPage(site);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void crossref_tells_what_the_publisher_registered() throws SourceTrouble {
        site.lay(WORK, JSON, CROSSREF_ANSWER);
        Draft optuna = crossref.find(OPTUNA).orElseThrow();
        assertThat(optuna.title()).isEqualTo("Optuna & more");
        assertThat(optuna.abstractText()).isEqualTo("We wrote this.");
        assertThat(optuna.authors().names()).containsExactly("Takuya Akiba", "Sano");
        assertThat(optuna.published()).contains(LocalDate.of(2019, 7, 25));
        assertThat(optuna.names()).isEqualTo(OPTUNA);
    }

    @Test
    void openreview_is_read_in_its_newer_and_its_older_shape() throws SourceTrouble {
        site.lay("/notes?id=33X9fd2-9FyZd", JSON, """
                {"notes":[{"content":{"title":{"value":"Ours"},"authors":{"value":["Ada","Ben"]},\
                "TLDR":{"value":"Short."},"venueid":{"value":"X/Withdrawn_Submission"}},\
                "cdate":1710000000000,"mdate":1711000000000}]}""");
        Draft newer = openReview.find(VAE).orElseThrow();
        assertThat(newer.title()).isEqualTo("Ours");
        assertThat(newer.shortSummary()).contains("Short.");
        assertThat(newer.published()).contains(LocalDate.of(2024, 3, 9));
        assertThat(newer.withdrawn()).contains(Instant.ofEpochMilli(1711000000000L));

        site.lay("/notes?id=33X9fd2-9FyZd", JSON, "{\"notes\":[]}");
        site.lay("/v1/notes?id=33X9fd2-9FyZd", JSON, """
                {"notes":[{"content":{"title":"Old ours","authors":["Ada"],"TL;DR":"Short."}}]}""");
        assertThat(openReview.find(VAE).orElseThrow().title()).isEqualTo("Old ours");
    }

    @Test
    void a_comment_at_openreview_is_no_paper() {
        site.lay("/notes?id=33X9fd2-9FyZd", JSON, "{\"notes\":[{\"content\":{\"comment\":\"Nice\"}}]}");
        assertThatThrownBy(() -> openReview.find(VAE)).hasMessageContaining("is a comment, not a paper");
    }

    @Test
    void semantic_scholar_adds_to_papers_and_its_summary_only_where_there_is_none() throws SourceTrouble {
        site.lay(BATCH, JSON, """
                [{"title":"Theirs","tldr":{"text":"Sums it up."},"citationCount":7,"externalIds":{"DOI":"10.1000/XYZ"}},\
                {"tldr":{"text":"Not needed."},"citationCount":"odd"},null]""");
        Paper first = Paper.added(Draft.titled("First").withNames(ATTENTION), Instant.EPOCH);
        Paper second = Paper.added(
                Draft.titled("Second").withArxivId(new ArxivId("1810.04805")).withShortSummary("Its own."),
                Instant.EPOCH);
        Paper third = Paper.added(Draft.titled("Third").withArxivId(new ArxivId("1312.6114")), Instant.EPOCH);
        Paper nameless = Paper.added(Draft.titled("Nameless"), Instant.EPOCH);

        List<Draft> told = scholar.enrich(List.of(first, nameless, second, third));
        assertThat(told).hasSize(2);
        assertThat(told.get(0).title()).isEqualTo("First");
        assertThat(told.get(0).shortSummary()).contains("Sums it up.");
        assertThat(told.get(0).echo().citations()).isEqualTo(7);
        assertThat(told.get(0).names()).isEqualTo(ATTENTION.withDoi(new Doi("10.1000/xyz")));
        assertThat(told.get(1).shortSummary()).isEmpty();
        assertThat(site.asked().get(0)).contains("ARXIV:1706.03762").contains("ARXIV:1312.6114");
        Paper merged = first.merge(told.get(0));
        assertThat(merged.citations()).isEqualTo(7);
        assertThat(merged.shortSummary()).contains("Sums it up.");
    }

    @Test
    void semantic_scholar_recommends() throws SourceTrouble {
        site.lay(
                "/recommendations/v1/papers/forpaper/ARXIV%3A1706.03762?fields=title,abstract,authors,citationCount,"
                        + "externalIds,publicationDate&limit=5",
                JSON,
                "{\"recommendedPapers\":[{\"title\":\"Like it\",\"externalIds\":{\"ArXiv\":\"1810.04805\"},"
                        + "\"publicationDate\":\"2018-10-11\"},{\"title\":null},7]}");
        assertThat(scholar.recommended(ATTENTION, 5))
                .extracting(Draft::title, draft -> draft.names().arxiv(), Draft::published)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Like it", Optional.of(new ArxivId("1810.04805")), Optional.of(LocalDate.of(2018, 10, 11))));
        assertThat(scholar.recommended(OPTUNA, 5)).isEmpty();
    }

    @Test
    void a_publishers_page_is_read_by_its_tags() throws SourceTrouble {
        site.lay("/paper?id=1", "text/html", """
                <!DOCTYPE html><html><head><title>Ours | Journal</title>
                <meta name="citation_title" content="Ours &amp; theirs"><meta name="citation_author" content="Lovelace, Ada">
                <meta name="citation_author" content="Ben Okafor"><meta name="citation_publication_date" content="2024/3/5">
                <meta name="citation_doi" content="10.1145/3292500.3330701">
                <meta property="og:description" content="We wrote it.">
                <link rel="canonical" href="/paper/1"><script>document.title='no'</script></head><body>x</body></html>""");
        Names names = Names.NONE.withPage(site.address("/paper?id=1"));
        Draft ours = webPage.find(names).orElseThrow();
        assertThat(ours.title()).isEqualTo("Ours & theirs");
        assertThat(ours.authors().names()).containsExactly("Ada Lovelace", "Ben Okafor");
        assertThat(ours.published()).contains(LocalDate.of(2024, 3, 5));
        assertThat(ours.abstractText()).isEqualTo("We wrote it.");
        assertThat(ours.names())
                .isEqualTo(names.withPage(site.address("/paper/1")).withDoi(new Doi("10.1145/3292500.3330701")));
    }

    @Test
    void a_post_is_read_by_linked_data_or_open_graph_or_its_title() throws SourceTrouble {
        Names names = Names.NONE.withPage(site.address("/post"));
        site.lay("/post", "text/html", """
                <html><head><title>t</title><script type="application/ld+json">{"@graph":[{"@type":"Organization",\
                "name":"x"},{"@type":"BlogPosting","headline":"A post","author":[{"name":"Ada"}],\
                "datePublished":"2024-03-05T10:00:00Z"}]}</script></head></html>""");
        Draft post = webPage.find(names).orElseThrow();
        assertThat(post.title()).isEqualTo("A post");
        assertThat(post.authors().names()).containsExactly("Ada");
        assertThat(post.published()).contains(LocalDate.of(2024, 3, 5));
        site.lay(
                "/post",
                "text/html",
                "<html><head><title>Only this</title>"
                        + "<script type='application/ld+json'>{broken</script>"
                        + "<link rel='canonical' href='https://arxiv.org/abs/1706.03762'></head></html>");
        Draft plain = webPage.find(names).orElseThrow();
        assertThat(plain.title()).isEqualTo("Only this");
        assertThat(plain.names()).isEqualTo(names);
    }

    @Test
    void what_is_no_page_or_has_no_title_is_said() {
        Names names = Names.NONE.withPage(site.address("/it"));
        site.lay("/it", "application/pdf", "%PDF-1.7");
        assertThatThrownBy(() -> webPage.find(names)).hasMessageContaining("is a PDF");
        site.lay("/it", "text/html", "<html><body>hello</body></html>");
        assertThatThrownBy(() -> webPage.find(names)).hasMessageContaining("does not say what it is called");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Sorry</body></html>",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"message\":null,\"notes\":null}",
                "{\"message\":{\"title\":[]},\"notes\":7}",
                "{\"message\":{\"title\":7,\"author\":7},\"notes\":{}}",
                "{\"message\":",
                "[[[[[["
            })
    void broken_answers_are_troubles_with_a_clause(String body) {
        site.lay(WORK, "text/html", body).lay(BATCH, JSON, body).lay("/notes?id=33X9fd2-9FyZd", JSON, body);
        assertThatThrownBy(() -> crossref.find(OPTUNA))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageStartingWith("Crossref answers with ");
        assertThatThrownBy(() -> scholar.find(ATTENTION))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageStartingWith("Semantic Scholar answers with ");
        assertThatThrownBy(() -> openReview.find(VAE))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageStartingWith("OpenReview answers with ");
    }

    @Test
    void mutated_answers_are_read_or_are_troubles_and_nothing_else() {
        Random random = new Random(5);
        for (int round = 0; round < 150; round++) {
            StringBuilder body = new StringBuilder(CROSSREF_ANSWER);
            for (int i = random.nextInt(5); i >= 0; i--) {
                body.setCharAt(random.nextInt(body.length()), "{}[]\",:7<".charAt(random.nextInt(9)));
            }
            site.lay(WORK, JSON, body.toString());
            try {
                assertThat(crossref.find(OPTUNA)).isPresent();
            } catch (SourceTrouble e) {
                assertThat(e.getMessage()).startsWith("Crossref answers with ");
            }
        }
    }

    private Lookups lookups(Lookup arxiv, Lookup dailyPapers) {
        return new Lookups(
                List.of(arxiv, dailyPapers, crossref, Lookups.unlessArxiv(scholar), openReview),
                Optional.of(webPage),
                Duration.ofSeconds(2));
    }

    private record Fixed(Answering answering) implements Lookup {
        interface Answering {
            Optional<Draft> answer() throws SourceTrouble;
        }

        @Override
        public boolean takes(Names names) {
            return names.arxiv().isPresent();
        }

        @Override
        public Optional<Draft> find(Names names) throws SourceTrouble {
            return answering.answer();
        }
    }

    private static final Lookup SILENT = new Fixed(Optional::empty);
    private static final Lookup DOWN = new Fixed(() -> {
        throw new SourceTrouble(SourceTrouble.Kind.LATER, "arXiv is down");
    });

    @Test
    void one_that_is_down_keeps_the_others_from_nothing() {
        Lookup knows = new Fixed(() -> Optional.of(Draft.titled("Attention").withNames(ATTENTION)));
        try (Lookups lookups = lookups(DOWN, knows)) {
            assertThat(lookups.find(ATTENTION))
                    .isInstanceOfSatisfying(
                            Lookups.Told.class,
                            told -> assertThat(told.draft().title()).isEqualTo("Attention"));
        }
    }

    @Test
    void what_several_tell_is_joined_and_the_first_is_believed() {
        Lookup one = new Fixed(
                () -> Optional.of(Draft.titled("One").withNames(ATTENTION).toldBy(Trust.SOURCE)));
        Lookup other = new Fixed(
                () -> Optional.of(Draft.titled("Other").withNames(ATTENTION).withEcho(9, 1)));
        try (Lookups lookups = lookups(one, other)) {
            Draft draft = ((Lookups.Told) lookups.find(ATTENTION)).draft();
            assertThat(draft.title()).isEqualTo("One");
            assertThat(draft.echo().upvotes()).isEqualTo(9);
        }
    }

    @Test
    void down_is_another_matter_than_unknown() {
        try (Lookups lookups = lookups(DOWN, SILENT)) {
            assertThat(lookups.find(ATTENTION)).isEqualTo(new Lookups.Later("arXiv is down"));
        }
        try (Lookups lookups = lookups(SILENT, SILENT)) {
            assertThat(lookups.find(ATTENTION)).isEqualTo(new Lookups.Untold("nobody knows arXiv:1706.03762"));
            assertThat(lookups.find(Names.NONE)).isInstanceOf(Lookups.Untold.class);
        }
    }

    @Test
    void who_never_answers_is_not_waited_for() {
        Lookup sleeps = new Fixed(() -> {
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        try (Lookups lookups = lookups(sleeps, SILENT)) {
            assertThat(lookups.find(ATTENTION)).isEqualTo(new Lookups.Later("the source did not answer in time"));
        }
    }

    @Test
    void a_doi_is_for_crossref_and_a_page_for_itself() {
        site.lay(WORK, JSON, CROSSREF_ANSWER).lay("/post", "text/html", "<html><title>Post</title></html>");
        try (Lookups lookups = lookups(SILENT, SILENT)) {
            assertThat(((Lookups.Told) lookups.find(OPTUNA)).draft().title()).isEqualTo("Optuna & more");
            assertThat(((Lookups.Told) lookups.find(Names.NONE.withPage(site.address("/post"))))
                            .draft()
                            .title())
                    .isEqualTo("Post");
        }
    }
}
