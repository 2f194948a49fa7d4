package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperTest {
    private static final Instant MONDAY = Instant.parse("2026-03-30T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final ArxivId ARXIV = new ArxivId("2603.00001");

    @Test
    void the_first_name_becomes_the_id_and_stays() {
        Paper paper = Paper.added(Draft.titled("A Title"), MONDAY);
        assertThat(paper.id().value()).matches("t-[0-9a-f]{16}");
        Paper merged = paper.merge(Draft.titled("A title").withArxivId(ARXIV));
        assertThat(merged.id()).isEqualTo(paper.id());
        assertThat(merged.arxivId()).contains(ARXIV);
        assertThat(Paper.added(merged.facts(), MONDAY).id()).isEqualTo(PaperId.of(ARXIV));
    }

    @Test
    void the_id_of_a_title_never_changes() {
        assertThat(PaperId.ofTitle(NormalizedTitle.of("Attention as an RNN"))).hasToString("t-edc833e7aaffd91a");
    }

    @Test
    void an_id_holds_nothing_that_a_key_or_a_button_would_have_to_escape() {
        for (String text : List.of("", "a b", "{a}", "a|b", "<a>", "x".repeat(65), "é")) {
            assertThatThrownBy(() -> PaperId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(PaperId.parse("cs.CL/9901001")).hasToString("cs.CL/9901001");
    }

    @Test
    void merging_loses_nothing() {
        Draft one = Draft.titled("A Title")
                .toldBy(Trust.SOURCE)
                .withAbstract("Long abstract text.")
                .withEcho(3, 9)
                .withListDays(List.of(DAY))
                .withKeywords(List.of("agents"))
                .withAuthors(new Authors(List.of(), 7, Optional.of("Lab")));
        Draft other = Draft.titled("A title!")
                .withArxivId(ARXIV)
                .withAbstract("Short.")
                .withEcho(5, 1)
                .withListDays(List.of(DAY.plusDays(6)))
                .withKeywords(List.of("memory", "agents"))
                .withPublished(DAY.minusDays(1))
                .withShortSummary("In short.")
                .withAuthors(new Authors(List.of("A. One", "B. Two"), 2, Optional.empty()));
        for (Draft merged : List.of(one.merge(other), other.merge(one))) {
            assertThat(merged.names().arxiv()).contains(ARXIV);
            assertThat(merged.title()).isEqualTo("A title!");
            assertThat(merged.abstractText()).isEqualTo("Long abstract text.");
            assertThat(merged.echo().upvotes()).isEqualTo(5);
            assertThat(merged.echo().comments()).isEqualTo(9);
            assertThat(merged.listings()).containsExactly(Listing.daily(DAY), Listing.daily(DAY.plusDays(6)));
            assertThat(merged.keywords()).containsExactlyInAnyOrder("agents", "memory");
            assertThat(merged.published()).contains(DAY.minusDays(1));
            assertThat(merged.shortSummary()).contains("In short.");
            assertThat(merged.authors()).isEqualTo(new Authors(List.of("A. One", "B. Two"), 7, Optional.of("Lab")));
        }
        assertThat(one.merge(one)).isEqualTo(one);
    }

    @Test
    void a_paper_was_withdrawn_at_the_first_instant_that_anybody_tells() {
        Draft fine = Draft.titled("A").withArxivId(ARXIV);
        Draft withdrawn = fine.withWithdrawn(MONDAY.plusSeconds(60));
        assertThat(Paper.added(fine, MONDAY).withdrawn()).isEmpty();
        for (Paper paper : List.of(
                Paper.added(fine, MONDAY).merge(withdrawn).merge(withdrawn.withWithdrawn(MONDAY)),
                Paper.added(withdrawn.withWithdrawn(MONDAY), MONDAY)
                        .merge(withdrawn)
                        .merge(fine))) {
            assertThat(paper.withdrawn()).contains(MONDAY);
        }
    }

    @Test
    void merging_is_the_same_in_any_order_for_all_that_does_not_say_otherwise() {
        Draft typed = Draft.titled("Typed, and longer than the others")
                .toldBy(Trust.TYPED)
                .withPublished(DAY.minusDays(9));
        Draft copied = Draft.titled("A copied title").toldBy(Trust.COPIED).withAbstract("Long text, copied.");
        Draft told =
                Draft.titled("Title").toldBy(Trust.SOURCE).withPublished(DAY).withAbstract("Text.");
        Draft toldToo = Draft.titled("Titles").toldBy(Trust.SOURCE).withPublished(DAY.minusDays(1));
        Draft all = typed.merge(copied).merge(told).merge(toldToo);
        assertThat(all.title()).isEqualTo("Titles");
        assertThat(all.abstractText()).isEqualTo("Text.");
        assertThat(all.published()).contains(DAY.minusDays(1));
        assertThat(toldToo.merge(told.merge(copied.merge(typed)))).isEqualTo(all);
        assertThat(told.merge(typed).merge(toldToo.merge(copied))).isEqualTo(all);
        assertThat(copied.merge(toldToo).merge(typed.merge(told))).isEqualTo(all);
    }

    @Test
    void two_records_of_a_paper_keep_the_earlier_day_of_coming_in() {
        Paper early = Paper.added(Draft.titled("A"), MONDAY);
        Paper late = Paper.added(Draft.titled("A"), MONDAY.plusSeconds(60));
        assertThat(late.merge(early).addedAt()).isEqualTo(MONDAY);
    }

    @Test
    void the_byline_is_short() {
        assertThat(byline(List.of("A", "B", "C"), 9, "UC Berkeley")).isEqualTo("UC Berkeley");
        assertThat(byline(List.of("A", "B", "C"), 7, "")).isEqualTo("A, B and 5 others");
        assertThat(byline(List.of("A", "B", "C"), 3, "")).isEqualTo("A, B, C");
        assertThat(byline(List.of("A"), 2, "")).isEqualTo("A and 1 other");
        assertThat(byline(List.of(), 7, "")).isEqualTo("7 authors");
        assertThat(byline(List.of(), 1, "")).isEqualTo("1 author");
        assertThat(byline(List.of(), 0, "")).isEmpty();
    }

    private static String byline(List<String> names, int count, String organization) {
        return new Authors(names, count, Optional.of(organization)).byline();
    }

    @Test
    void only_web_addresses_are_links() {
        WebLinks web = new WebLinks(
                Optional.of("javascript:alert(1)"),
                Optional.of("https://a.example/x y"),
                Optional.of("ftp://a.example"));
        assertThat(web).isEqualTo(WebLinks.NONE);
        Paper paper = Paper.added(
                Draft.titled("A")
                        .withArxivId(ARXIV)
                        .withWeb(new WebLinks(
                                Optional.of("https://github.com/a/b"),
                                Optional.of("http://p.example"),
                                Optional.empty())),
                MONDAY);
        assertThat(paper.links())
                .containsExactly(
                        new Link("arXiv", "https://arxiv.org/abs/2603.00001"),
                        new Link("PDF", "https://arxiv.org/pdf/2603.00001"),
                        new Link("Daily Papers", "https://huggingface.co/papers/2603.00001"),
                        new Link("Code", "https://github.com/a/b"),
                        new Link("Project", "http://p.example"));
    }

    @Test
    void the_summary_is_the_short_one_or_else_the_abstract() {
        Draft draft = Draft.titled("A").withAbstract("First sentence here. Second sentence that is long.");
        assertThat(Paper.added(draft, MONDAY).summary(30)).isEqualTo("First sentence here.");
        assertThat(Paper.added(draft.withTellingSentences("Telling."), MONDAY).summary(30))
                .isEqualTo("Telling.");
        assertThat(Paper.added(draft.withTellingSentences("Telling.").withShortSummary("Short."), MONDAY)
                        .summary(30))
                .isEqualTo("Short.");
    }

    @Test
    void its_list_days_are_those_of_daily_papers() {
        Paper paper = Paper.added(
                Draft.titled("A")
                        .withListings(List.of(
                                Listing.daily(DAY.plusDays(3)),
                                new Listing(PaperList.arxiv("cs.CL"), DAY),
                                Listing.daily(DAY.plusDays(1)))),
                MONDAY);
        assertThat(paper.listDays()).containsExactly(DAY.plusDays(1), DAY.plusDays(3));
        assertThat(paper.listings().get(0)).hasToString("2026-03-30 arxiv/cs.CL");
        assertThat(Paper.added(Draft.titled("A"), MONDAY).listings()).isEmpty();
    }

    @Test
    void a_feed_lists_a_paper_once_on_the_earliest_day_that_it_was_seen() {
        Listing early = new Listing(PaperList.feed("https://lab.example/feed"), DAY);
        Listing late = new Listing(early.list(), DAY.plusDays(4));
        Draft seen = Draft.titled("A").withListings(List.of(early, Listing.daily(DAY)));
        Draft again = Draft.titled("A").withListings(List.of(late, Listing.daily(DAY.plusDays(1))));
        for (Draft merged : List.of(seen.merge(again), again.merge(seen))) {
            assertThat(merged.listings()).containsExactly(Listing.daily(DAY), early, Listing.daily(DAY.plusDays(1)));
        }
    }

    @Test
    void what_is_much_too_long_to_be_a_title_or_an_abstract_is_cut() {
        Draft draft = Draft.titled("word ".repeat(1_000)).withAbstract("A sentence. ".repeat(10_000));
        assertThat(draft.title()).hasSizeLessThanOrEqualTo(1_000).endsWith("word…");
        assertThat(draft.abstractText()).hasSizeLessThanOrEqualTo(20_000).endsWith("sentence.");
        assertThat(Draft.titled(draft.title()).withAbstract(draft.abstractText()))
                .isEqualTo(draft);
    }

    @Test
    void an_empty_title_is_no_paper() {
        assertThatThrownBy(() -> Draft.titled(" \n")).isInstanceOf(IllegalArgumentException.class);
    }
}
