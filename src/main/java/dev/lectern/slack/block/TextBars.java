package dev.lectern.slack.block;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A bar chart in characters, a line a bar: for whoever does not see charts. */
final class TextBars {
    private static final int LENGTH = 10;

    private TextBars() {}

    static Section of(BarChart chart) {
        List<BarChart.Series> series = chart.chart().series();
        double most = series.stream()
                .flatMap(one -> one.data().stream())
                .mapToDouble(BarChart.Point::value)
                .max()
                .orElse(0);
        String lines = series.size() == 1
                ? chart.points().stream()
                        .map(point -> line(point.value(), most, point.label()))
                        .collect(Collectors.joining("\n"))
                : IntStream.range(0, chart.points().size())
                        .mapToObj(place -> group(series, place, most))
                        .collect(Collectors.joining("\n"));
        return new Section(
                Optional.of(Text.mrkdwn(Mrkdwn.bold(chart.title()) + "\n" + lines)),
                List.of(),
                Optional.empty(),
                chart.blockId());
    }

    /** What the series have of one label, below it; those that have nothing are left out. */
    private static String group(List<BarChart.Series> series, int place, double most) {
        String label = series.get(0).data().get(place).label();
        return Stream.concat(
                        Stream.of(Mrkdwn.line(label)),
                        series.stream()
                                .filter(one -> one.data().get(place).value() > 0)
                                .map(one -> line(one.data().get(place).value(), most, one.name())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(double value, double most, String label) {
        return bar(value, most) + " " + number(value) + "  " + Mrkdwn.line(label);
    }

    /** As long as its part of the longest; whatever is not nothing shows. */
    static String bar(double value, double most) {
        int full = most <= 0 ? 0 : (int) Math.round(value * LENGTH / most);
        int shown = value > 0 ? Math.max(1, full) : 0;
        return "▰".repeat(shown) + "▱".repeat(LENGTH - shown);
    }

    /** Whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
