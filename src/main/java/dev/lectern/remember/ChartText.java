package dev.lectern.remember;

import dev.lectern.remember.GroupStatistics.Measured;
import dev.lectern.remember.GroupStatistics.Quarter;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.BarChart.Point;
import dev.lectern.slack.block.BarChart.Series;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Statistics as charts, within Slack's limits; empty where there would be nothing but empty bars. */
final class ChartText {
    private static final Texts TEXTS = Texts.of(ChartText.class);
    /** One of Slack's six series is kept for what is about none of the others. */
    private static final int MOST_TOPICS = Limits.CHART_SERIES - 1;
    /** Three years, and still to be read on a phone. */
    private static final int MOST_QUARTERS = 12;

    private ChartText() {}

    /** Of each member, in their order; of many, how many presented how often. */
    static Optional<BarChart> turns(List<Turns> turns, Function<Turns, String> name) {
        if (turns.stream().allMatch(each -> each.presented() == 0)) {
            return Optional.empty();
        }
        if (turns.size() > Limits.CHART_POINTS) {
            Map<Integer, Integer> times = new TreeMap<>();
            turns.forEach(each -> times.merge(each.presented(), 1, Integer::sum));
            return bars(
                    TEXTS.say("chart.how-often"),
                    TEXTS.say("chart.members"),
                    times.keySet().stream()
                            .map(each -> TEXTS.say("chart.times", "times", each))
                            .toList(),
                    times.values());
        }
        return bars(
                TEXTS.say("chart.turns"),
                TEXTS.say("chart.turns.unit"),
                turns.stream().map(name).toList(),
                turns.stream().map(Turns::presented).toList());
    }

    /** Of the last ones, earliest first. */
    static Optional<BarChart> overTime(String title, String unit, List<Measured> all) {
        List<Measured> last = all.subList(Math.max(0, all.size() - Limits.CHART_POINTS), all.size());
        return bars(
                title,
                unit,
                last.stream().map(each -> day(each.day())).toList(),
                last.stream().map(Measured::value).toList());
    }

    /** A series for each of the most frequent topics, a bar for each quarter. */
    static Optional<BarChart> topics(Map<Quarter, Map<String, Integer>> byQuarter, Collection<String> topics) {
        List<String> told = topics.stream()
                .filter(topic -> !topic.equals(GroupStatistics.NO_TOPIC))
                .limit(MOST_TOPICS)
                .toList();
        List<Quarter> quarters = byQuarter.keySet().stream()
                .skip(Math.max(0, byQuarter.size() - MOST_QUARTERS))
                .toList();
        if (quarters.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = distinct(Stream.concat(told.stream(), Stream.of(TEXTS.say("chart.topics.other")))
                .toList());
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            String topic = told.get(i);
            series.add(series(names.get(i), quarters, each -> count(byQuarter, each, topic)));
        }
        Series others = series(
                names.get(told.size()),
                quarters,
                each -> count(byQuarter, each)
                        - told.stream()
                                .mapToInt(topic -> count(byQuarter, each, topic))
                                .sum());
        if (series.isEmpty() || others.data().stream().anyMatch(point -> point.value() > 0)) {
            series.add(others);
        }
        // One series alone is not named in a chart.
        String title = series.size() == 1
                ? TEXTS.say("chart.topics.one", "topic", series.get(0).name())
                : TEXTS.say("chart.topics");
        return Optional.of(Blocks.barChart(Shorten.plain(title, Limits.CHART_TITLE), series));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        TEXTS.say("chart.day"), Language.spoken().locale())
                .format(day);
    }

    private static String named(String label) {
        return label.isBlank() ? TEXTS.say("chart.somebody") : label;
    }

    private static Series series(String name, List<Quarter> quarters, Function<Quarter, Integer> count) {
        return new Series(
                name,
                quarters.stream()
                        .map(quarter -> new Point(quarter.toString(), count.apply(quarter)))
                        .toList());
    }

    private static int count(Map<Quarter, Map<String, Integer>> all, Quarter quarter, String topic) {
        return all.getOrDefault(quarter, Map.of()).getOrDefault(topic, 0);
    }

    private static int count(Map<Quarter, Map<String, Integer>> all, Quarter quarter) {
        return all.getOrDefault(quarter, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    static Optional<BarChart> bars(
            String title, String unit, List<String> labels, Collection<? extends Number> values) {
        List<? extends Number> ordered = List.copyOf(values);
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        List<String> different = distinct(labels);
        return Optional.of(Blocks.barChart(
                title,
                unit,
                IntStream.range(0, ordered.size())
                        .mapToObj(i -> new Point(
                                different.get(i), Math.round(ordered.get(i).doubleValue() * 10) / 10.0))
                        .toList()));
    }

    /** Two people of one name, or two votes on one day, are told apart by a number; none is longer than Slack allows. */
    static List<String> distinct(List<String> labels) {
        Set<String> taken = new HashSet<>();
        List<String> different = new ArrayList<>();
        for (String label : labels) {
            String shown = Shorten.plain(named(label), Limits.CHART_LABEL);
            for (int number = 2; !taken.add(shown); number++) {
                String mark = " (" + number + ")";
                shown = Shorten.plain(named(label), Limits.CHART_LABEL - mark.length()) + mark;
            }
            different.add(shown);
        }
        return different;
    }
}
