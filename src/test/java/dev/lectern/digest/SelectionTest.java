package dev.lectern.digest;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.digest.Reason.Explore;
import dev.lectern.digest.Reason.FromTopic;
import dev.lectern.digest.Reason.Like;
import dev.lectern.digest.Reason.New;
import dev.lectern.digest.Reason.Picked;
import dev.lectern.digest.Reason.Recommended;
import dev.lectern.digest.Reason.Trending;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.taste.Likeness;
import dev.lectern.taste.Planet;
import dev.lectern.taste.Signal;
import dev.lectern.taste.Taste;
import dev.lectern.taste.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SelectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final PaperList LIKE = PaperList.like(paper(999));
    private static final Reason RECOMMENDED = new Recommended(paper(999), "What We Read", NOW);

    @Test
    void papers_on_a_topic_come_first_then_what_trends_then_something_else() {
        List<Candidate> papers = List.of(
                titled(1, "Sorting by Hand", 90),
                titled(2, "Robots at Home", 3),
                titled(3, "Bread and Butter", 9),
                titled(4, "A Robot in the Kitchen", 12));
        assertThat(choose(papers, List.of("robots"), Set.of(), 10))
                .containsExactly(
                        new Chosen(paper(4), new FromTopic("robots")),
                        new Chosen(paper(2), new FromTopic("robots")),
                        new Chosen(paper(1), new Trending(90, 1)),
                        new Chosen(paper(3), new Explore()));
    }

    @Test
    void topics_take_turns_so_that_one_that_everybody_writes_about_leaves_room_for_the_others() {
        List<Candidate> papers = Stream.concat(
                        IntStream.range(10, 30).mapToObj(i -> titled(i, "Robots", 100 + i)),
                        Stream.of(titled(1, "Bread", 3), titled(2, "Bread again", 2), titled(3, "Tea", 1)))
                .toList();
        assertThat(choose(papers, List.of("robots", "bread", "tea"), Set.of(), 5))
                .filteredOn(chosen -> chosen.reason() instanceof FromTopic)
                .containsExactly(
                        new Chosen(paper(29), new FromTopic("robots")),
                        new Chosen(paper(1), new FromTopic("bread")),
                        new Chosen(paper(3), new FromTopic("tea")),
                        new Chosen(paper(28), new FromTopic("robots")),
                        new Chosen(paper(2), new FromTopic("bread")));
    }

    @Test
    void without_topics_it_goes_by_upvotes() {
        List<Candidate> papers = List.of(titled(1, "Robots", 3), titled(2, "Bread", 10), titled(3, "Tea", 9));
        assertThat(choose(papers, List.of(), Set.of(), 10))
                .containsExactly(
                        new Chosen(paper(2), new Trending(10, 1)),
                        new Chosen(paper(3), new New(DAY)),
                        new Chosen(paper(1), new New(DAY)));
    }

    @Test
    void what_was_shown_is_not_shown_again() {
        List<Candidate> papers = List.of(titled(1, "Robots", 3), titled(2, "Bread", 10));
        assertThat(ids(choose(papers, List.of("robots"), Set.of(paper(1)), 10))).containsExactly(paper(2));
        assertThat(choose(papers, List.of(), Set.of(paper(1), paper(2)), 10)).isEmpty();
    }

    @Test
    void a_paper_on_several_topics_names_the_group_s_first() {
        List<Candidate> papers = List.of(titled(1, "Robots that bake Bread", 3));
        assertThat(choose(papers, List.of("bread", "robots"), Set.of(), 10))
                .containsExactly(new Chosen(paper(1), new FromTopic("bread")));
    }

    @Test
    void a_topic_may_be_in_the_keywords_or_the_text() {
        Candidate keyword = new Candidate(paper(1), "Tea", List.of("heat", "Robots"), "", 0, DAY, PaperList.DAILY);
        Candidate text = new Candidate(paper(2), "Milk", List.of(), "We built a robot.", 0, DAY, PaperList.DAILY);
        Candidate neither =
                new Candidate(paper(3), "Sugar", List.of("sweet"), "We built nothing.", 50, DAY, PaperList.DAILY);
        assertThat(ids(choose(List.of(keyword, text, neither), List.of("robots"), Set.of(), 2)))
                .containsExactly(paper(1), paper(2));
    }

    @Test
    void a_topic_does_not_run_over_from_one_keyword_into_the_next() {
        Candidate apart = new Candidate(paper(1), "Tea", List.of("diffusion", "models"), "", 0, DAY, PaperList.DAILY);
        assertThat(choose(List.of(apart), List.of("diffusion models"), Set.of(), 10))
                .containsExactly(new Chosen(paper(1), new Explore()));
    }

    @ParameterizedTest
    @CsvSource({
        "robots, A Robot in the Kitchen, true",
        "robot, ROBOTS!, true",
        "robot, Robotics for All, false",
        "LLM, Video-LLMs Revisited, true",
        "large language models, The Large Language Model Zoo, true",
        "large language models, Large and Language Models, false",
        "long context, Long-Context Models, true",
        "policy, Learning Policies, true",
        "bias, Biases of Judges, true",
        "biases, On Bias, true",
        "class, Many Classes, true",
        "news, Something New, false",
        "new, News of the Day, false",
        "news, News of the Day, true",
        "C++, Teaching C++ to Machines, true",
        "C++, Vitamin C for Machines, false",
        "GPT-4, What GPT 4 Says, true",
        "GPT-4, What GPT-40 Says, false",
        "видео, Видео и звук, true",
        "art, The Start, false",
        "as, A Start, false",
        "---, Anything, false"
    })
    void topics_match_whole_words_in_the_singular_and_the_plural(String topic, String title, boolean matches) {
        List<Chosen> chosen = choose(List.of(titled(1, title, 0)), List.of(topic), Set.of(), 10);
        assertThat(chosen.get(0).reason()).isEqualTo(matches ? new FromTopic(topic) : new Explore());
    }

    @Test
    void of_equals_the_newer_list_day_is_first_and_then_the_lower_id() {
        List<Candidate> papers = List.of(
                new Candidate(paper(3), "Tea", List.of(), "", 5, DAY, PaperList.DAILY),
                new Candidate(paper(1), "Tea", List.of(), "", 5, DAY.minusDays(1), PaperList.DAILY),
                new Candidate(paper(2), "Tea", List.of(), "", 5, DAY, PaperList.DAILY));
        assertThat(ids(choose(papers, List.of(), Set.of(), 10))).containsExactly(paper(2), paper(3), paper(1));
    }

    @Test
    void no_more_are_chosen_than_wanted_and_never_more_than_a_carousel_holds() {
        List<Candidate> papers =
                IntStream.range(0, 30).mapToObj(i -> titled(i, "Tea", i)).toList();
        assertThat(choose(papers, List.of(), Set.of(), 3)).hasSize(3);
        assertThat(choose(papers, List.of(), Set.of(), 0)).isEmpty();
        assertThat(choose(papers, List.of(), Set.of(), 30)).hasSize(10);
        assertThatIllegalArgumentException().isThrownBy(() -> choose(papers, List.of(), Set.of(), -1));
    }

    @Test
    void a_paper_that_is_there_twice_is_shown_once_as_the_better_of_the_two() {
        List<Candidate> papers = List.of(titled(1, "Tea", 3), titled(1, "Tea", 30), titled(1, "Tea", 20));
        assertThat(choose(papers, List.of(), Set.of(), 10)).containsExactly(new Chosen(paper(1), new Trending(30, 1)));
    }

    @Test
    void of_two_papers_that_tell_almost_the_same_one_is_shown() {
        Likeness likeness = Planet.likeness(4);
        List<Candidate> papers =
                Stream.of(10, 5, 1, 2).map(i -> titled(i, "Tea", 0)).toList();
        Taste blank = Taste.of(List.of(), Topics.none(), likeness, NOW);
        assertThat(ids(Selection.choose(new Listed(papers, likeness), blank, Map.of(), Set.of(), DAY, Selection.MOST)))
                .contains(Planet.TWIN)
                .doesNotContain(Planet.OF)
                .hasSize(3);
    }

    @Test
    void a_candidate_has_no_negative_upvotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> titled(1, "Tea", -1));
    }

    @Test
    void the_order_in_which_papers_come_does_not_matter() {
        Seeded.times(200, random -> {
            List<Candidate> papers = papers(random);
            List<Chosen> chosen = choose(papers, List.of("robots"), Set.of(), 10);
            List<Candidate> mixed = new ArrayList<>(papers);
            Collections.shuffle(mixed, random);
            assertThat(choose(mixed, List.of("robots"), Set.of(), 10)).isEqualTo(chosen);
        });
    }

    @Test
    void what_is_chosen_is_new_each_once_and_on_topic_before_all_else() {
        Seeded.times(200, random -> {
            List<Candidate> papers = papers(random);
            Set<PaperId> shown = new HashSet<>();
            papers.stream().filter(paper -> random.nextInt(4) == 0).forEach(paper -> shown.add(paper.id()));
            int max = random.nextInt(11);
            List<Chosen> chosen = choose(papers, List.of("robots"), shown, max);

            assertThat(ids(chosen)).doesNotHaveDuplicates().noneMatch(shown::contains);
            assertThat(chosen).hasSizeLessThanOrEqualTo(max);
            List<Integer> order =
                    chosen.stream().map(Chosen::reason).map(SelectionTest::rank).toList();
            assertThat(order).isSorted();
            long onTopic = papers.stream()
                    .filter(paper -> !shown.contains(paper.id()))
                    .filter(paper -> paper.title().contains("Robot"))
                    .count();
            assertThat(order.stream().filter(rank -> rank == 0).count())
                    .isBetween(Math.min(onTopic, max - max * 3 / 10 - max * 2 / 10), onTopic);
            assertThat(order.stream().filter(rank -> rank == 2).count()).isLessThanOrEqualTo(2);
        });
    }

    @Test
    void without_taste_and_topics_what_is_left_is_worse_than_what_is_chosen() {
        Seeded.times(200, random -> {
            List<Candidate> papers = papers(random);
            int max = random.nextInt(11);
            List<PaperId> chosen = ids(choose(papers, List.of(), Set.of(), max));
            assertThat(chosen).hasSize(Math.min(max, papers.size()));
            int worst = papers.stream()
                    .filter(paper -> chosen.contains(paper.id()))
                    .mapToInt(Candidate::upvotes)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            assertThat(papers.stream().filter(paper -> !chosen.contains(paper.id())))
                    .allMatch(other -> other.upvotes() <= worst);
        });
    }

    @Test
    void what_neither_fits_nor_trends_nor_is_good_is_not_shown_so_there_may_be_nothing() {
        List<Candidate> papers = List.of(titled(1, "Tea", 3), titled(2, "Milk", 2), titled(3, "Sugar", 1));
        assertThat(choose(papers, List.of("robots"), Set.of(paper(1), paper(2)), 10))
                .isEmpty();
        assertThat(ids(choose(papers, List.of("robots"), Set.of(), 10))).containsExactly(paper(1), paper(2));
    }

    @Test
    void trending_is_what_leads_its_own_day_and_says_in_how_many_days() {
        List<Candidate> papers = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> papers.add(listed(i, 100 + i, DAY.minusDays(1), PaperList.DAILY)));
        IntStream.range(8, 16).forEach(i -> papers.add(listed(i, 10 + i, DAY, PaperList.DAILY)));
        List<Chosen> chosen = choose(papers, List.of("robots"), Set.of(), 4);
        assertThat(chosen)
                .startsWith(
                        new Chosen(paper(7), new Trending(107, 2)),
                        new Chosen(paper(6), new Trending(106, 2)),
                        new Chosen(paper(15), new Trending(25, 1)));
    }

    @Test
    void what_trends_again_takes_the_places_for_trending_that_new_papers_leave_and_says_in_how_many_days() {
        List<Candidate> papers = List.of(
                titled(1, "Sorting by Hand", 90),
                titled(2, "Robots at Home", 3),
                titled(3, "Bread and Butter", 2),
                back(4, "Tea", 300, 9),
                back(5, "Old Robots", 400, 19),
                back(6, "Milk", 9, 1),
                back(7, "Sugar", 200, 99));
        assertThat(choose(papers, List.of("robots"), Set.of(), 10))
                .startsWith(
                        new Chosen(paper(2), new FromTopic("robots")),
                        new Chosen(paper(1), new Trending(90, 1)),
                        new Chosen(paper(4), new Trending(300, 10)),
                        new Chosen(paper(5), new Trending(400, 20)))
                .extracting(Chosen::paper)
                .doesNotContain(paper(6), paper(7));
        assertThat(ids(choose(papers, List.of("robots"), Set.of(paper(4)), 10)))
                .contains(paper(5), paper(7))
                .doesNotContain(paper(4));
    }

    @Test
    void what_trends_again_is_no_news_alone_and_no_beginning_for_whoever_has_no_taste() {
        List<Candidate> alone = List.of(back(4, "Tea", 300, 9), back(5, "Old Robots", 400, 19));
        assertThat(choose(alone, List.of("robots"), Set.of(), 10)).isEmpty();
        assertThat(choose(alone, List.of(), Set.of(), 10)).isEmpty();
        List<Candidate> papers = List.of(titled(1, "Sugar", 3), back(4, "Tea", 300, 9));
        assertThat(ids(choose(papers, List.of(), Set.of(), 10))).containsExactly(paper(1));
    }

    @Test
    void of_what_is_recommended_two_that_fit_the_taste_are_shown_and_say_with_what() {
        List<Candidate> papers = List.of(
                titled(1, "Robots at Home", 3),
                recommended(2, "A Robot in the Kitchen", LIKE),
                recommended(3, "Tea", LIKE),
                recommended(4, "Robots on the Road", LIKE),
                recommended(5, "Robots in the Garden", LIKE),
                recommended(6, "Robots of Others", PaperList.like(paper(998))));
        assertThat(choose(papers, List.of("robots"), Set.of(), 10))
                .containsExactly(
                        new Chosen(paper(1), new FromTopic("robots")),
                        new Chosen(paper(2), RECOMMENDED),
                        new Chosen(paper(4), RECOMMENDED));
        assertThat(ids(choose(papers, List.of(), Set.of(), 10))).containsExactly(paper(1));
        assertThat(ReasonText.of(RECOMMENDED, DAY))
                .isEqualTo("recommended with “What We Read”, which you read in March");
    }

    @Test
    void what_somebody_picked_whom_the_group_follows_comes_after_what_fits_better_and_says_who_picked_it() {
        PaperList ada = PaperList.submitter("ada");
        List<Candidate> papers = List.of(
                titled(1, "Robots at Home", 3),
                titled(2, "Sorting by Hand", 90),
                listed(3, 2, DAY, ada),
                listed(4, 1, DAY, ada),
                listed(5, 0, DAY, ada),
                new Candidate(paper(6), "A Robot in the Kitchen", List.of(), "", 0, DAY, ada));
        assertThat(choose(papers, List.of("robots"), Set.of(), 10))
                .startsWith(
                        new Chosen(paper(1), new FromTopic("robots")),
                        new Chosen(paper(6), new FromTopic("robots")),
                        new Chosen(paper(3), new Picked("ada")),
                        new Chosen(paper(4), new Picked("ada")),
                        new Chosen(paper(2), new Trending(90, 1)))
                .filteredOn(chosen -> chosen.reason() instanceof Picked)
                .hasSize(2);
        assertThat(choose(papers, List.of(), Set.of(), 10)).contains(new Chosen(paper(5), new Picked("ada")));
        assertThat(ReasonText.of(new Picked("ada"), DAY))
                .isEqualTo("picked for Daily Papers by ada, whom this group follows");
    }

    @Test
    void of_a_list_with_everything_only_a_few_are_shown_to_whoever_has_no_taste() {
        PaperList category = PaperList.arxiv("cs.CL");
        List<Candidate> papers = new ArrayList<>(List.of(titled(1, "Tea", 0)));
        IntStream.range(2, 200).forEach(i -> papers.add(listed(i, 0, DAY, category)));
        assertThat(choose(papers, List.of(), Set.of(), 10)).hasSize(4);
        assertThat(choose(papers, List.of("robots"), Set.of(), 10)).hasSize(2);
    }

    @Test
    void a_paper_like_one_that_was_read_says_so_and_its_twin_is_left_out() {
        Likeness likeness = Planet.likeness(4);
        List<Candidate> papers = IntStream.range(0, Planet.PAPERS)
                .mapToObj(i -> new Candidate(paper(i), "Paper " + i, List.of(), "", 0, DAY, PaperList.DAILY))
                .toList();
        Taste taste = Taste.of(
                List.of(new Signal(paper(0), Signal.Kind.READ, Optional.empty(), NOW)), Topics.none(), likeness, NOW);
        List<Chosen> chosen =
                Selection.choose(new Listed(papers, likeness), taste, Map.of(), Set.of(paper(0)), DAY, Selection.MOST);
        Reason like = new Like(paper(0), likeness.subject(paper(0)).title(), Signal.Kind.READ, NOW);
        List<PaperId> alike = chosen.stream()
                .filter(one -> one.reason().equals(like))
                .map(Chosen::paper)
                .toList();
        assertThat(alike).isNotEmpty().allMatch(paper -> Planet.continent(paper) == Planet.continent(paper(0)));
        assertThat(chosen.stream().filter(one -> one.reason().equals(new Explore())))
                .isNotEmpty()
                .allMatch(one -> Planet.continent(one.paper()) != Planet.continent(paper(0)));
        for (Chosen one : chosen) {
            assertThat(chosen)
                    .filteredOn(other -> !other.equals(one))
                    .noneMatch(other -> likeness.almostSame(one.paper(), other.paper()));
        }
        assertThat(ids(chosen)).contains(Planet.TWIN).doesNotContain(Planet.OF);
    }

    @Test
    void what_was_chosen_survives_as_json_with_its_reason() {
        JsonMapper json = JsonMapper.builder().build();
        for (Reason reason : List.of(
                new FromTopic("robots"),
                new Trending(12, 1),
                new New(DAY),
                new Explore(),
                RECOMMENDED,
                new Picked("ada"),
                new Like(paper(2), "Tea", Signal.Kind.READ, NOW))) {
            Chosen chosen = new Chosen(paper(1), reason);
            assertThat(json.readValue(json.writeValueAsString(chosen), Chosen.class))
                    .isEqualTo(chosen);
        }
        assertThat(json.writeValueAsString(new Chosen(paper(1), new Trending(12, 1))))
                .contains("\"kind\":\"trending\"");
    }

    private static int rank(Reason reason) {
        return reason instanceof FromTopic ? 0 : reason instanceof Trending ? 1 : 2;
    }

    private static List<Chosen> choose(List<Candidate> papers, List<String> topics, Set<PaperId> shown, int max) {
        Listed listed = Listed.of(papers, List.of(), Map.of());
        Taste taste = Taste.of(List.of(), Topics.of(topics, Map.of(), listed.likeness()), listed.likeness(), NOW);
        return Selection.choose(listed, taste, Map.of(LIKE, RECOMMENDED), shown, DAY, max);
    }

    private static Candidate listed(int id, int upvotes, LocalDate day, PaperList list) {
        return new Candidate(paper(id), "Tea", List.of(), "", upvotes, day, list);
    }

    private static Candidate recommended(int id, String title, PaperList list) {
        return new Candidate(paper(id), title, List.of(), "", 0, DAY, list);
    }

    private static Candidate back(int id, String title, int upvotes, int daysAgo) {
        return new Candidate(paper(id), title, List.of(), "", upvotes, DAY.minusDays(daysAgo), PaperList.TRENDING);
    }

    private static List<Candidate> papers(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> new Candidate(
                        paper(i),
                        Samples.oneOf(List.of("Robots", "The Robot", "Tea", "Bread"), random),
                        List.of(),
                        "",
                        random.nextInt(8),
                        DAY.minusDays(random.nextInt(3)),
                        PaperList.DAILY))
                .toList();
    }

    private static List<PaperId> ids(List<Chosen> chosen) {
        return chosen.stream().map(Chosen::paper).toList();
    }

    private static Candidate titled(int id, String title, int upvotes) {
        return new Candidate(paper(id), title, List.of(), "", upvotes, DAY, PaperList.DAILY);
    }
}
