package dev.lectern.digest;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.digest.Reason.FromTopic;
import dev.lectern.digest.Reason.New;
import dev.lectern.digest.Reason.Trending;
import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SelectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void papers_on_a_topic_come_first_then_the_most_upvoted() {
        List<Candidate> papers = List.of(
                titled(1, "Sorting by Hand", 90),
                titled(2, "Robots at Home", 3),
                titled(3, "Bread and Butter", 9),
                titled(4, "A Robot in the Kitchen", 12));
        assertThat(Selection.choose(papers, List.of("robots"), Set.of(), 10))
                .containsExactly(
                        new Chosen(paper(4), new FromTopic("robots")),
                        new Chosen(paper(2), new FromTopic("robots")),
                        new Chosen(paper(1), new Trending(90)),
                        new Chosen(paper(3), new New(DAY)));
    }

    @Test
    void without_topics_it_goes_by_upvotes() {
        List<Candidate> papers = List.of(titled(1, "Robots", 3), titled(2, "Bread", 10), titled(3, "Tea", 9));
        assertThat(Selection.choose(papers, List.of(), Set.of(), 10))
                .containsExactly(
                        new Chosen(paper(2), new Trending(10)),
                        new Chosen(paper(3), new New(DAY)),
                        new Chosen(paper(1), new New(DAY)));
    }

    @Test
    void what_was_shown_is_not_shown_again() {
        List<Candidate> papers = List.of(titled(1, "Robots", 3), titled(2, "Bread", 10));
        assertThat(ids(Selection.choose(papers, List.of("robots"), Set.of(paper(1)), 10)))
                .containsExactly(paper(2));
        assertThat(Selection.choose(papers, List.of(), Set.of(paper(1), paper(2)), 10))
                .isEmpty();
    }

    @Test
    void a_paper_on_several_topics_names_the_group_s_first() {
        List<Candidate> papers = List.of(titled(1, "Robots that bake Bread", 3));
        assertThat(Selection.choose(papers, List.of("bread", "robots"), Set.of(), 10))
                .containsExactly(new Chosen(paper(1), new FromTopic("bread")));
    }

    @Test
    void a_topic_may_be_in_the_keywords_or_the_text() {
        Candidate keyword = new Candidate(paper(1), "Tea", List.of("heat", "Robots"), "", 0, DAY);
        Candidate text = new Candidate(paper(2), "Milk", List.of(), "We built a robot.", 0, DAY);
        Candidate neither = new Candidate(paper(3), "Sugar", List.of("sweet"), "We built nothing.", 50, DAY);
        assertThat(ids(Selection.choose(List.of(keyword, text, neither), List.of("robots"), Set.of(), 2)))
                .containsExactly(paper(1), paper(2));
    }

    @Test
    void a_topic_does_not_run_over_from_one_keyword_into_the_next() {
        Candidate apart = new Candidate(paper(1), "Tea", List.of("diffusion", "models"), "", 0, DAY);
        assertThat(Selection.choose(List.of(apart), List.of("diffusion models"), Set.of(), 1))
                .containsExactly(new Chosen(paper(1), new New(DAY)));
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
        List<Chosen> chosen = Selection.choose(List.of(titled(1, title, 0)), List.of(topic), Set.of(), 1);
        assertThat(chosen.get(0).reason()).isEqualTo(matches ? new FromTopic(topic) : new New(DAY));
    }

    @Test
    void of_equals_the_newer_list_day_is_first_and_then_the_lower_id() {
        List<Candidate> papers = List.of(
                new Candidate(paper(3), "Tea", List.of(), "", 5, DAY),
                new Candidate(paper(1), "Tea", List.of(), "", 5, DAY.minusDays(1)),
                new Candidate(paper(2), "Tea", List.of(), "", 5, DAY));
        assertThat(ids(Selection.choose(papers, List.of(), Set.of(), 10)))
                .containsExactly(paper(2), paper(3), paper(1));
    }

    @Test
    void no_more_are_chosen_than_wanted_and_never_more_than_a_carousel_holds() {
        List<Candidate> papers =
                IntStream.range(0, 30).mapToObj(i -> titled(i, "Tea", i)).toList();
        assertThat(Selection.choose(papers, List.of(), Set.of(), 3)).hasSize(3);
        assertThat(Selection.choose(papers, List.of(), Set.of(), 0)).isEmpty();
        assertThat(Selection.choose(papers, List.of(), Set.of(), 30)).hasSize(10);
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.choose(papers, List.of(), Set.of(), -1));
    }

    @Test
    void a_paper_that_is_there_twice_is_shown_once_as_the_better_of_the_two() {
        List<Candidate> papers = List.of(titled(1, "Tea", 3), titled(1, "Tea", 30), titled(1, "Tea", 20));
        assertThat(Selection.choose(papers, List.of(), Set.of(), 10))
                .containsExactly(new Chosen(paper(1), new Trending(30)));
    }

    @Test
    void a_candidate_has_no_negative_upvotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> titled(1, "Tea", -1));
    }

    @Test
    void the_order_in_which_papers_come_does_not_matter() {
        Seeded.times(200, random -> {
            List<Candidate> papers = papers(random);
            List<Chosen> chosen = Selection.choose(papers, List.of("robots"), Set.of(), 10);
            List<Candidate> mixed = new ArrayList<>(papers);
            Collections.shuffle(mixed, random);
            assertThat(Selection.choose(mixed, List.of("robots"), Set.of(), 10)).isEqualTo(chosen);
        });
    }

    @Test
    void what_is_chosen_is_new_each_once_and_better_than_what_is_left() {
        Seeded.times(200, random -> {
            List<Candidate> papers = papers(random);
            Set<PaperId> shown = new HashSet<>();
            papers.stream().filter(paper -> random.nextInt(4) == 0).forEach(paper -> shown.add(paper.id()));
            int max = random.nextInt(11);
            List<Chosen> chosen = Selection.choose(papers, List.of("robots"), shown, max);

            List<Candidate> left = papers.stream()
                    .filter(paper -> !shown.contains(paper.id()))
                    .filter(paper -> !ids(chosen).contains(paper.id()))
                    .toList();
            assertThat(ids(chosen)).doesNotHaveDuplicates().noneMatch(shown::contains);
            assertThat(chosen.size()).isEqualTo(Math.min(max, chosen.size() + left.size()));
            int worst = ids(chosen).stream()
                    .flatMap(id -> papers.stream().filter(paper -> paper.id().equals(id)))
                    .mapToInt(SelectionTest::rank)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            assertThat(left).allMatch(other -> rank(other) <= worst);
        });
    }

    @Test
    void what_was_chosen_survives_as_json_with_its_reason() {
        JsonMapper json = JsonMapper.builder().build();
        for (Reason reason : List.of(new FromTopic("robots"), new Trending(12), new New(DAY))) {
            Chosen chosen = new Chosen(paper(1), reason);
            assertThat(json.readValue(json.writeValueAsString(chosen), Chosen.class))
                    .isEqualTo(chosen);
        }
        assertThat(json.writeValueAsString(new Chosen(paper(1), new Trending(12))))
                .contains("\"kind\":\"trending\"");
    }

    private static int rank(Candidate paper) {
        return (paper.title().contains("Robot") ? 1000 : 0) + paper.upvotes();
    }

    private static List<Candidate> papers(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> new Candidate(
                        paper(i),
                        Samples.oneOf(List.of("Robots", "The Robot", "Tea", "Bread"), random),
                        List.of(),
                        "",
                        random.nextInt(8),
                        DAY.minusDays(random.nextInt(3))))
                .toList();
    }

    private static List<PaperId> ids(List<Chosen> chosen) {
        return chosen.stream().map(Chosen::paper).toList();
    }

    private static Candidate titled(int id, String title, int upvotes) {
        return new Candidate(paper(id), title, List.of(), "", upvotes, DAY);
    }
}
