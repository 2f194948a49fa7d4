package dev.lectern.taste;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.paper.PaperId;
import dev.lectern.taste.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TasteTest {
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

    private final Likeness likeness = Planet.likeness(4);

    @Test
    void papers_near_to_several_that_are_liked_make_several_interests_and_not_one_average() {
        List<Signal> signals = Stream.of(0, 5, 15, 1, 6, 11)
                .map(n -> signal(n, Kind.VOTED, NOW))
                .toList();
        Taste taste = taste(signals);
        assertThat(taste.interests()).hasSize(2);
        for (Interest interest : taste.interests()) {
            assertThat(interest.papers().stream()
                            .map(liked -> Planet.continent(liked.paper()))
                            .distinct())
                    .hasSize(1);
        }
        assertThat(meanFit(taste, 0)).isGreaterThan(3 * meanFit(taste, 2));
        assertThat(meanFit(taste, 1)).isGreaterThan(3 * meanFit(taste, 2));
    }

    @Test
    void the_reason_names_the_nearest_paper_and_the_most_telling_thing_that_happened_to_it() {
        Instant may = Instant.parse("2026-05-07T13:00:00Z");
        Taste taste = taste(List.of(
                signal(10, Kind.VOTED, NOW),
                signal(10, Kind.READ, may),
                signal(10, Kind.NOMINATED, NOW),
                signal(2, Kind.READ, NOW)));
        Judgement judgement = taste.judge(Planet.TWIN);
        assertThat(judgement.fits()).isTrue();
        Judgement.Like like = (Judgement.Like) judgement.why().orElseThrow();
        assertThat(like.title()).isEqualTo("Paper 2401.00010");
        assertThat(like.liked().because()).isEqualTo(signal(10, Kind.READ, may));
    }

    @Test
    void a_topic_that_a_paper_names_is_the_reason_until_something_liked_is_nearer() {
        Topics topics = Topics.of(List.of("land 3", "land 0"), Map.of(), likeness);
        Taste fromTopics = Taste.of(List.of(), topics, likeness, NOW);
        assertThat(fromTopics.judge(paper(0)).why()).contains(new Judgement.OnTopic("land 0"));
        assertThat(fromTopics.judge(paper(1)).why()).isEmpty();
        assertThat(fromTopics.judge(paper(1)).fit()).isZero();
        Taste withReading =
                Taste.of(List.of(signal(10, Kind.READ, NOW), signal(10, Kind.VOTED, NOW)), topics, likeness, NOW);
        assertThat(withReading.judge(Planet.TWIN).why())
                .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Judgement.Like.class));
    }

    @Test
    void a_topic_with_a_vector_is_found_where_it_is_not_named() {
        float[] vector = likeness.vector(paper(3)).orElseThrow();
        Taste taste =
                Taste.of(List.of(), Topics.of(List.of("sailing"), Map.of("sailing", vector), likeness), likeness, NOW);
        assertThat(taste.judge(paper(3)).why()).contains(new Judgement.OnTopic("sailing"));
        assertThat(taste.judge(paper(4)).why()).isEmpty();
    }

    @Test
    void a_topic_that_no_word_names_is_the_reason_only_for_what_stands_out_clearly() {
        Map<PaperId, float[]> vectors = new HashMap<>();
        IntStream.range(0, 58).forEach(i -> vectors.put(paper(i), withCosine(i % 2 == 0 ? 0.48 : 0.52)));
        vectors.put(paper(58), withCosine(0.56)); // 2.2 standard deviations above the mean
        vectors.put(paper(59), withCosine(0.62)); // 4.5
        Likeness among = Likeness.among(
                vectors.keySet().stream()
                        .map(id -> new Subject(id, "Paper", List.of(), ""))
                        .toList(),
                vectors);
        Topics topics = Topics.of(List.of("robots"), Map.of("robots", withCosine(1)), among);
        Taste taste = Taste.of(List.of(), topics, among, NOW);
        assertThat(vectors.keySet().stream().filter(id -> taste.judge(id).fits()))
                .containsExactly(paper(59));
    }

    /** With the vector whose cosine is 1. */
    private static float[] withCosine(double cosine) {
        return new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
    }

    @Test
    void the_order_of_signals_does_not_matter() {
        Seeded.times(50, random -> {
            List<Signal> signals = signals(random);
            List<Signal> mixed = new ArrayList<>(signals);
            Collections.shuffle(mixed, random);
            assertThat(judgements(taste(mixed))).isEqualTo(judgements(taste(signals)));
            assertThat(taste(mixed).interests()).isEqualTo(taste(signals).interests());
        });
    }

    @Test
    void as_time_goes_by_no_paper_fits_better_than_before() {
        Seeded.times(50, random -> {
            List<Signal> signals = signals(random).stream()
                    .filter(signal -> signal.kind() != Kind.DISMISSED)
                    .toList();
            Taste now = taste(signals);
            Taste later =
                    Taste.of(signals, Topics.none(), likeness, NOW.plus(Duration.ofDays(1 + random.nextInt(300))));
            for (PaperId paper : Planet.papers()) {
                assertThat(later.judge(paper).fit())
                        .isLessThanOrEqualTo(now.judge(paper).fit() + 1e-12);
            }
        });
    }

    @Test
    void after_its_half_life_a_signal_counts_half_and_one_from_the_future_not_more_than_a_fresh_one() {
        Signal signal = signal(1, Kind.READ, NOW);
        assertThat(signal.weightAt(NOW)).isEqualTo(2);
        assertThat(signal.weightAt(NOW.plus(Signal.HALF_LIFE))).isCloseTo(1, within(1e-9));
        assertThat(signal.weightAt(NOW.minus(Signal.HALF_LIFE))).isEqualTo(2);
    }

    @Test
    void every_score_is_between_minus_one_and_one_however_many_signals_there_are() {
        Seeded.times(30, random -> {
            List<Signal> signals = IntStream.range(0, 20)
                    .boxed()
                    .flatMap(i -> signals(random).stream())
                    .toList();
            for (Judgement judgement : judgements(taste(signals))) {
                assertThat(judgement.fit()).isBetween(0.0, 1.0);
                assertThat(judgement.push()).isBetween(0.0, 1.0);
            }
        });
    }

    @Test
    void dismissing_a_paper_pushes_its_twin_below_where_it_was_and_papers_far_away_not_at_all() {
        Seeded.times(50, random -> {
            List<Signal> before = signals(random).stream()
                    .filter(signal -> !signal.paper().equals(Planet.OF))
                    .toList();
            List<Signal> after = new ArrayList<>(before);
            after.add(signal(10, Kind.DISMISSED, NOW));
            Taste taste = taste(after);
            assertThat(taste.judge(Planet.TWIN).score())
                    .isLessThan(taste(before).judge(Planet.TWIN).score());
            Planet.papers().stream()
                    .filter(paper -> likeness.closeness(paper, Planet.OF) == 0)
                    .forEach(paper -> assertThat(taste.judge(paper))
                            .isEqualTo(taste(before).judge(paper)));
        });
    }

    @Test
    void one_more_vote_never_makes_its_paper_fit_less() {
        Seeded.times(50, random -> {
            List<Signal> before = signals(random);
            Signal vote = signal(random.nextInt(Planet.PAPERS), Kind.VOTED, NOW);
            List<Signal> after = new ArrayList<>(before);
            after.add(vote);
            if (taste(before).interests().stream()
                    .flatMap(interest -> interest.papers().stream())
                    .anyMatch(liked -> liked.paper().equals(vote.paper()))) {
                assertThat(taste(after).judge(vote.paper()).fit())
                        .isGreaterThanOrEqualTo(
                                taste(before).judge(vote.paper()).fit());
            }
        });
    }

    @Test
    void what_is_dismissed_by_one_and_wanted_by_two_stays_wanted() {
        Taste taste = taste(
                List.of(signal(3, Kind.DISMISSED, NOW), signal(3, Kind.VOTED, NOW), signal(3, Kind.NOMINATED, NOW)));
        assertThat(taste.dismissed()).isEmpty();
        assertThat(taste.interests()).hasSize(1);
        assertThat(taste(List.of(signal(3, Kind.DISMISSED, NOW))).isBlank()).isTrue();
    }

    @Test
    void a_paper_without_a_vector_is_judged_by_its_words() {
        Subject liked = new Subject(paper(900), "Beekeeping with Drones", List.of("beekeeping"), "Bees and drones.");
        Subject near = new Subject(paper(901), "Drones for Beekeeping", List.of("bees"), "How drones help bees.");
        Subject far = new Subject(paper(902), "Sorting Stones", List.of("geology"), "Stones by their weight.");
        Likeness more = likeness.with(List.of(liked, near, far), Map.of());
        Taste taste = Taste.of(List.of(signal(900, Kind.READ, NOW)), Topics.none(), more, NOW);
        assertThat(taste.judge(paper(901)).fits()).isTrue();
        assertThat(taste.judge(paper(902)).fit()).isZero();
    }

    @Test
    void a_signal_about_a_paper_that_is_not_known_is_passed_over() {
        assertThat(taste(List.of(signal(999, Kind.READ, NOW))).isBlank()).isTrue();
    }

    private double meanFit(Taste taste, int continent) {
        return Planet.papers().stream()
                .filter(paper -> Planet.continent(paper) == continent)
                .mapToDouble(paper -> taste.judge(paper).fit())
                .average()
                .orElseThrow();
    }

    private Taste taste(List<Signal> signals) {
        return Taste.of(signals, Topics.none(), likeness, NOW);
    }

    private static List<Judgement> judgements(Taste taste) {
        return Planet.papers().stream().map(taste::judge).toList();
    }

    private static Signal signal(int paper, Kind kind, Instant at) {
        return new Signal(paper(paper), kind, Optional.empty(), at);
    }

    private static List<Signal> signals(Random random) {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(i -> signal(
                        random.nextInt(Planet.PAPERS),
                        Samples.oneOf(List.of(Kind.values()), random),
                        NOW.minus(Duration.ofHours(random.nextInt(24 * 200)))))
                .toList();
    }
}
