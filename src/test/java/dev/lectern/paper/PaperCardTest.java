package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Card;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaperCardTest {
    private static final Instant MONDAY = Instant.parse("2026-03-30T08:00:00Z");
    private static final Draft DRAFT = Draft.titled("A Title & more")
            .withArxivId(new ArxivId("2603.00001"))
            .withAuthors(new Authors(List.of("A. One", "B. Two"), 2, Optional.of("A Lab")))
            .withPublished(LocalDate.of(2026, 3, 29))
            .withShortSummary("It is short.")
            .withAbstract("It is longer. It goes on.")
            .withEcho(new Echo(214, 1, 3))
            .withWeb(new WebLinks(
                    Optional.of("https://code.example/a/b"), Optional.of("https://a.example/"), Optional.empty()));
    private static final Paper PAPER = Paper.added(DRAFT, MONDAY);
    private static final Paper BARE = Paper.added(Draft.titled("Bare"), MONDAY);
    private static final Standing NOMINATED = new Standing.Nominated(Samples.BEN, MONDAY);

    private static String whole(PaperCard card) {
        StringBuilder text = new StringBuilder();
        card.whole()
                .forEach(block -> text.append(
                                ((Section) block).text().orElseThrow().text())
                        .append('\n'));
        return text.toString();
    }

    private static List<String> labels(PaperCard card) {
        return card.buttons().stream().map(button -> button.text().text()).toList();
    }

    @Test
    void a_card_of_a_carousel_says_who_when_how_liked_why_and_what_it_is_about() {
        Card card = PaperCard.of(PAPER)
                .in(new Standing.NotNominated())
                .because("from a topic of yours: R&D")
                .card();
        assertThat(card.title().orElseThrow().text()).isEqualTo("*A Title &amp; more*");
        assertThat(card.subtitle().orElseThrow().text())
                .isEqualTo("A Lab · 29\u00A0Mar\u00A02026 · 214\u00A0upvotes · 1\u00A0comment · 3\u00A0citations"
                        + " · <https://code.example/a/b|Code> · <https://a.example/|Project>");
        assertThat(card.body().orElseThrow().text()).isEqualTo("_from a topic of yours: R&amp;D_\nIt is short.");
        assertThat(card.actions()).hasSize(3);
    }

    @Test
    void tex_is_read_wherever_a_paper_is_shown_and_stays_in_what_is_stored() {
        Paper paper = Paper.added(
                Draft.titled("R$^3$Mem").withShortSummary("By 10\\%.").withAbstract("With $\\alpha$."), MONDAY);
        PaperCard card = PaperCard.of(paper).because("like $L_2$");
        assertThat(card.card().title().orElseThrow().text()).isEqualTo("*R³Mem*");
        assertThat(card.card().body().orElseThrow().text()).isEqualTo("_like L₂_\nBy 10%.");
        assertThat(card.entryWithSummary()).isEqualTo("*R³Mem*\n_like L₂_\nBy 10%.");
        assertThat(whole(card)).contains("*R³Mem*", "With α.");
        assertThat(card.buttons().get(0).accessibilityLabel()).contains("Nominate R³Mem");
        assertThat(PaperText.titles(List.of(paper, paper))).isEqualTo("R³Mem; R³Mem");
        assertThat(paper.title()).isEqualTo("R$^3$Mem");
    }

    @Test
    void a_summary_is_cut_neither_inside_a_word_nor_inside_a_formula() {
        Paper paper = Paper.added(Draft.titled("T").withShortSummary("One two $a + b = c$ three"), MONDAY);
        assertThat(PaperText.summary(paper, 30)).isEqualTo("One two a + b = c three");
        for (int max = 9; max <= 18; max++) {
            assertThat(PaperText.summary(paper, max))
                    .as("in " + max)
                    .isEqualTo(max < 18 ? "One two…" : "One two a + b = c…");
        }
    }

    @Test
    void what_is_not_known_is_not_mentioned() {
        Card card = PaperCard.of(BARE).card();
        assertThat(card.subtitle()).isEmpty();
        assertThat(card.body()).isEmpty();
        assertThat(PaperCard.of(BARE).entry()).isEqualTo("*Bare*");
        assertThat(PaperCard.of(BARE).entryWithSummary()).isEqualTo("*Bare*");
    }

    @Test
    void an_entry_is_the_title_as_a_link_then_facts_then_where_it_stands() {
        assertThat(PaperCard.of(PAPER)
                        .in(NOMINATED)
                        .naming(Mrkdwn::user)
                        .entry()
                        .lines())
                .containsExactly(
                        "*<https://arxiv.org/abs/2603.00001|A Title &amp; more>*",
                        "A Lab · 29\u00A0Mar\u00A02026 · 214\u00A0upvotes · 1\u00A0comment · 3\u00A0citations"
                                + " · <https://code.example/a/b|Code> · <https://a.example/|Project>",
                        "Nominated by <@U0BEN>");
    }

    @Test
    void a_preview_adds_the_summary_and_the_buttons() {
        PaperCard card = PaperCard.of(PAPER).in(NOMINATED).because("it was asked for");
        assertThat(card.entryWithSummary()).isEqualTo(card.entry() + "\nIt is short.");
        assertThat(card.preview())
                .containsExactly(Blocks.section(card.entryWithSummary()), Blocks.actions(card.buttons()));
        assertThat(card.entry()).endsWith("\nNominated · _it was asked for_");
    }

    @Test
    void nobody_is_mentioned_unless_the_caller_says_how() {
        assertThat(PaperCard.of(PAPER).in(NOMINATED).entry())
                .endsWith("\nNominated")
                .doesNotContain("U0BEN");
        assertThat(PaperCard.of(PAPER)
                        .in(new Standing.OnBallot(Samples.BEN, OptionalInt.of(1)))
                        .naming(who -> "Ben")
                        .entry())
                .endsWith("\nOn the ballot: 1 vote, nominated by Ben");
    }

    @Test
    void each_standing_has_its_words_and_only_the_whole_card_says_that_there_is_none() {
        assertThat(whole(PaperCard.of(PAPER).in(new Standing.NotNominated())))
                .contains("Not nominated yet · 214 upvotes on Daily Papers · 1 comment · 3 citations");
        assertThat(PaperCard.of(PAPER).in(new Standing.NotNominated()).entry()).doesNotContain("ominated");
        assertThat(PaperCard.of(PAPER)
                        .in(new Standing.OnBallot(Samples.BEN, OptionalInt.of(2)))
                        .entry())
                .endsWith("On the ballot: 2 votes");
        assertThat(PaperCard.of(PAPER)
                        .in(new Standing.Chosen(LocalDate.of(2026, 4, 9)))
                        .entry())
                .endsWith("Chosen for 9 Apr 2026");
        assertThat(PaperCard.of(PAPER)
                        .in(new Standing.Read(LocalDate.of(2026, 4, 2)))
                        .entry())
                .endsWith("Read on 2 Apr 2026");
        assertThat(whole(PaperCard.of(PAPER))).doesNotContain("ominated");
    }

    @Test
    void the_whole_card_has_the_abstract_all_links_and_says_what_is_not_known() {
        assertThat(whole(PaperCard.of(PAPER)))
                .contains("A. One, B. Two\nA Lab · 29 Mar 2026")
                .contains("It is longer. It goes on.")
                .contains("<https://arxiv.org/pdf/2603.00001|PDF>")
                .contains("<https://code.example/a/b|Code> · <https://a.example/|Project>");
        assertThat(whole(PaperCard.of(BARE)))
                .contains("_Its authors are not known yet._")
                .contains("_No abstract is known yet._");
        assertThat(whole(PaperCard.of(Paper.added(Draft.titled("Bare").withShortSummary("In short."), MONDAY))))
                .contains("In short.")
                .doesNotContain("No abstract");
    }

    @Test
    void a_withdrawn_paper_says_so_wherever_it_is_shown_and_its_nomination_is_not_urged() {
        PaperCard card = PaperCard.of(Paper.added(DRAFT.withWithdrawn(Instant.parse("2026-05-03T23:30:00Z")), MONDAY));
        assertThat(card.card().body().orElseThrow().text()).startsWith("*Withdrawn on 3 May 2026*\n");
        assertThat(card.entry()).endsWith("\n*Withdrawn on 3 May 2026*");
        assertThat(whole(card)).contains("*Withdrawn on 3 May 2026*");
        assertThat(card.buttons().get(0).style()).isEmpty();
    }

    @Test
    void nominate_is_offered_first_and_only_where_it_would_change_something() {
        assertThat(labels(PaperCard.of(PAPER))).containsExactly("Nominate", "Details", "More like this");
        assertThat(PaperCard.of(PAPER).buttons().get(0).style()).contains(Button.Style.PRIMARY);
        assertThat(labels(PaperCard.of(PAPER).in(NOMINATED))).containsExactly("Details", "More like this");
        assertThat(PaperCard.of(PAPER).buttons())
                .extracting(button -> button.accessibilityLabel().orElseThrow())
                .containsExactly("Nominate A Title & more", "Details of A Title & more", "More like A Title & more");
    }

    @Test
    void whatever_a_paper_holds_its_card_keeps_slacks_limits() {
        Seeded.times(300, random -> {
            PaperCard card = any(random);
            assertThat(Limits.check(Message.of("papers", Blocks.carousel(List.of(card.card())))))
                    .isEmpty();
            assertThat(Limits.check(Message.of("papers", card.preview()))).isEmpty();
            assertThat(Limits.check(Limits.fit(Modal.of("paper.details/1", "Paper", card.whole()))))
                    .isEmpty();
        });
    }

    private static PaperCard any(Random random) {
        Draft draft = Draft.titled(RandomText.title(random) + RandomText.of(random, random.nextInt(80)))
                .withAbstract(RandomText.of(random, random.nextInt(600)))
                .withAuthors(
                        new Authors(List.of(), random.nextInt(3), Optional.of("L" + "&".repeat(random.nextInt(200)))))
                .withEcho(new Echo(random.nextInt(3000), random.nextInt(3), random.nextInt(3)))
                .withPublished(LocalDate.of(2026, 3, 29))
                .withWeb(new WebLinks(
                        Optional.of("https://code.example/" + "a".repeat(random.nextInt(200))),
                        Optional.empty(),
                        Optional.empty()));
        Draft withdrawn = random.nextBoolean() ? draft : draft.withWithdrawn(MONDAY);
        PaperCard card = PaperCard.of(Paper.added(withdrawn, MONDAY))
                .naming(who -> "n".repeat(random.nextInt(200)))
                .because(RandomText.of(random, random.nextInt(80)));
        return random.nextBoolean() ? card : card.in(NOMINATED);
    }
}
