package dev.lectern.remember;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.remember.Kin.How;
import dev.lectern.taste.Likeness;
import dev.lectern.taste.Planet;
import dev.lectern.taste.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the made-up planet, on which 10 and 5 tell the same, and 10 and 15 lie on one continent with them. */
class KinTest {
    private static final Likeness LIKENESS = Planet.likeness(1);
    private static final LocalDate DAY = LocalDate.parse("2026-04-02");
    private static final String WITH_NAME = "GridFormer-2: Something New";

    private static Paper paperOf(PaperId id, String title, String text, String... authors) {
        return Paper.added(
                Draft.titled(title)
                        .withArxivId(new ArxivId(id.value()))
                        .withAbstract(text)
                        .withAuthors(new Authors(Arrays.asList(authors), 0, Optional.empty())),
                Instant.EPOCH);
    }

    private static Kin.Read read(Paper paper) {
        return new Kin.Read(paper, MeetingId.of(DAY), DAY, 2);
    }

    private static Kin.Read read(PaperId id) {
        return read(paperOf(id, "Paper " + id, ""));
    }

    private static Optional<Kin> kin(Paper paper, Kin.Read... read) {
        return Kin.of(paper, List.of(read), LIKENESS);
    }

    private static final Paper NEW = paperOf(Planet.OF, "A new paper", "It says nothing of others.", "Ada Moreau");

    /** On the same continent, and not the twin. */
    private static PaperId related() {
        return IntStream.range(0, Planet.PAPERS)
                .mapToObj(i -> paper(i))
                .filter(id -> !id.equals(Planet.OF) && !id.equals(Planet.TWIN))
                .max(Comparator.comparing(id -> LIKENESS.between(Planet.OF, id)))
                .orElseThrow();
    }

    private static PaperId unrelated() {
        return IntStream.range(0, Planet.PAPERS)
                .mapToObj(i -> paper(i))
                .min(Comparator.comparing(id -> LIKENESS.between(Planet.OF, id)))
                .orElseThrow();
    }

    @Test
    void what_tells_almost_the_same_is_close_and_no_more_is_said() {
        Kin kin =
                kin(NEW, read(unrelated()), read(Planet.TWIN), read(related())).orElseThrow();
        assertThat(kin.how()).isEqualTo(How.CLOSE);
        assertThat(kin.read().paper().id()).isEqualTo(Planet.TWIN);
        assertThat(kin.shared()).isEmpty();
    }

    @Test
    void what_is_near_to_a_whole_field_is_close_to_none_of_it() {
        List<Kin.Read> field = IntStream.range(0, Planet.PAPERS)
                .mapToObj(i -> paper(i))
                .filter(id -> Planet.continent(id) == Planet.continent(Planet.OF))
                .filter(id -> !id.equals(Planet.OF) && !id.equals(Planet.TWIN))
                .map(KinTest::read)
                .toList();
        assertThat(Kin.of(NEW, field, LIKENESS)).isEmpty();
    }

    @Test
    void what_is_far_is_no_kin_whatever_it_names_and_whoever_wrote_it() {
        assertThat(kin(NEW, read(unrelated()))).isEmpty();
        Paper naming = paperOf(Planet.OF, "A new paper", "Unlike GridFormer-2 it does.", "Ada Moreau");
        assertThat(kin(naming, read(paperOf(unrelated(), WITH_NAME, "", "Ada Moreau"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It extends GridFormer-2.", "(GridFormer-2)", "GridFormer-2-like models"})
    void what_is_related_and_named_is_named(String text) {
        Paper naming = paperOf(Planet.OF, "A new paper", text);
        Kin kin = kin(naming, read(paperOf(related(), WITH_NAME, ""))).orElseThrow();
        assertThat(kin.how()).isEqualTo(How.NAMES);
        assertThat(kin.shared()).contains("GridFormer-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It extends gridformer-2.", "GridFormer-20", "MegaGridFormer-2", "GridFormer 2"})
    void another_name_is_not_it(String text) {
        assertThat(kin(paperOf(Planet.OF, "A new paper", text), read(paperOf(related(), WITH_NAME, ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Attention: All of It", "World Models: A Survey", "A: B", "Agents"})
    void a_common_word_before_a_colon_is_no_name(String title) {
        Paper naming = paperOf(Planet.OF, "A new paper", "Attention in World Models by Agents: A, B");
        assertThat(kin(naming, read(paperOf(related(), title, "")))).isEmpty();
    }

    @Test
    void an_author_of_both_is_told_unless_the_name_may_be_anybody_s() {
        Kin kin = kin(NEW, read(paperOf(related(), "Older", "", "Ben Okafor", "ADA MOREAU")))
                .orElseThrow();
        assertThat(kin.how()).isEqualTo(How.AUTHOR);
        assertThat(kin.shared()).contains("Ada Moreau");
        Paper initial = paperOf(Planet.OF, "A new paper", "", "A. Moreau");
        assertThat(kin(initial, read(paperOf(related(), "Older", "", "A. Moreau"))))
                .isEmpty();
    }

    @Test
    void of_two_that_are_as_close_neither_is_meant_but_one_that_was_read_twice_is() {
        Map<PaperId, float[]> vectors = Map.of(
                paper(1), new float[] {1, 0, 0},
                paper(2), new float[] {0.96f, 0.28f, 0},
                paper(3), new float[] {0.96f, 0, 0.28f});
        Likeness three = Likeness.among(
                vectors.keySet().stream()
                        .map(id -> new Subject(id, "Paper " + id, List.of(), ""))
                        .toList(),
                vectors);
        Paper fresh = paperOf(paper(1), "A new paper", "");
        assertThat(Kin.of(fresh, List.of(read(paper(2)), read(paper(3))), three))
                .isEmpty();
        assertThat(Kin.of(fresh, List.of(read(paper(2)), read(paper(2))), three).map(Kin::how))
                .contains(How.CLOSE);
    }

    @Test
    void a_paper_is_not_its_own_kin() {
        assertThat(kin(NEW, read(NEW))).isEmpty();
    }
}
