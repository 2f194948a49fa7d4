package dev.lectern.slack.block;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bar chart in characters, a line a bar: for whoever does not see charts. */
final class TextBars {
    private static final int LENGTH = 10;

    private TextBars() {}

    static Section of(BarChart chart) {
        double most =
                chart.points().stream().mapToDouble(BarChart.Point::value).max().orElse(0);
        String lines = chart.points().stream()
                .map(point ->
                        bar(point.value(), most) + " " + number(point.value()) + "  " + Mrkdwn.line(point.label()))
                .collect(Collectors.joining("\n"));
        return new Section(
                Optional.of(Text.mrkdwn(Mrkdwn.bold(chart.title()) + "\n" + lines)),
                List.of(),
                Optional.empty(),
                chart.blockId());
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
