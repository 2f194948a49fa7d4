package dev.lectern.remember;

import static dev.lectern.remember.GroupStatistics.NO_TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.remember.GroupStatistics.Measured;
import dev.lectern.remember.GroupStatistics.Quarter;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.BarChart.Point;
import dev.lectern.slack.block.ClassicFallback;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChartTextTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-02");

    private static Turns turns(int person, int presented) {
        return new Turns(Samples.people(person + 1).get(person), presented, presented + 3, Optional.empty());
    }

    private static BarChart fits(Optional<BarChart> chart) {
        assertThat(Limits.check(Message.of("text", chart.orElseThrow()))).isEmpty();
        return chart.orElseThrow();
    }

    @Test
    void turns_stand_in_the_order_given_whatever_they_are() {
        BarChart chart =
                fits(ChartText.turns(List.of(turns(0, 1), turns(1, 3), turns(2, 0)), each -> "Name " + each.who()));
        assertThat(chart.points())
                .containsExactly(new Point("Name U000", 1), new Point("Name U001", 3), new Point("Name U002", 0));
    }

    @Test
    void people_of_one_name_are_told_apart_and_long_names_cut() {
        assertThat(ChartText.distinct(List.of("Ada", "Ada", "", "Ada (2)", "", "A name that is far too long for it")))
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label.length()).isBetween(1, Limits.CHART_LABEL))
                .startsWith("Ada", "Ada (2)", "somebody");
    }

    @Test
    void of_many_members_is_drawn_how_many_presented_how_often_without_a_name() {
        List<Turns> many = IntStream.range(0, 30).mapToObj(i -> turns(i, i % 3)).toList();
        BarChart chart = fits(ChartText.turns(many, each -> {
            throw new AssertionError("nobody is named");
        }));
        assertThat(chart.points())
                .containsExactly(new Point("0 times", 10), new Point("once", 10), new Point("2 times", 10));
    }

    @Test
    void empty_bars_are_not_drawn() {
        assertThat(ChartText.turns(List.of(turns(0, 0)), each -> "Ada")).isEmpty();
        assertThat(ChartText.overTime("Title", "Unit", List.of())).isEmpty();
        assertThat(ChartText.topics(Map.of(), List.of())).isEmpty();
    }

    @Test
    void over_time_the_last_are_drawn_two_on_one_day_apart() {
        List<Measured> many = IntStream.range(0, 50)
                .mapToObj(i -> new Measured(DAY.plusDays(i / 2), i))
                .toList();
        BarChart chart = fits(ChartText.overTime("Title", "Unit", many));
        assertThat(chart.points()).hasSize(Limits.CHART_POINTS);
        assertThat(chart.points().get(0)).isEqualTo(new Point("17 Apr 26", 30));
        assertThat(chart.points().get(1)).isEqualTo(new Point("17 Apr 26 (2)", 31));
    }

    @RepeatedTest(10)
    void every_paper_is_drawn_once_whatever_its_topic(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Quarter, Map<String, Integer>> byQuarter = new TreeMap<>();
        Map<String, Integer> topics = new HashMap<>();
        for (int paper = 0; paper < 60; paper++) {
            String topic = random.nextInt(4) == 0 ? NO_TOPIC : "topic " + random.nextInt(9);
            topics.merge(topic, 1, Integer::sum);
            byQuarter
                    .computeIfAbsent(Quarter.of(DAY.plusMonths(random.nextInt(24))), any -> new HashMap<>())
                    .merge(topic, 1, Integer::sum);
        }
        BarChart chart = fits(ChartText.topics(byQuarter, topics.keySet()));
        assertThat(chart.chart().series().stream()
                        .flatMap(series -> series.data().stream())
                        .mapToDouble(Point::value)
                        .sum())
                .isEqualTo(60);
        assertThat(chart.points()).extracting(Point::label).isSorted();
    }

    @Test
    void where_charts_are_not_known_several_series_become_lines_of_text_below_each_label() {
        BarChart chart = fits(ChartText.topics(
                new TreeMap<>(Map.of(
                        new Quarter(2026, 1),
                        Map.of("agents", 2),
                        new Quarter(2026, 2),
                        Map.of("vision", 1, NO_TOPIC, 4))),
                List.of("agents", "vision", NO_TOPIC)));
        String text = ClassicFallback.of(Message.of("text", chart)).blocks().toString();
        assertThat(text)
                .containsSubsequence("2026 Q1\n", "2  agents\n", "2026 Q2\n", "1  vision\n", "4  other")
                .doesNotContain("0  agents");
    }
}
