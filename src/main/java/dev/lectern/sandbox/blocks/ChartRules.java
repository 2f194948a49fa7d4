package dev.lectern.sandbox.blocks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slack's rules for charts (docs.slack.dev/reference/block-kit/blocks/data-visualization-block). Those of a pie, whose
 * shape is another, are not played: it is refused.
 */
final class ChartRules {
    private static final int MOST = 2;
    private static final Set<String> WITH_AXES = Set.of("bar", "line", "area");

    private ChartRules() {}

    static void few(List<Spot> blocks) {
        List<Spot> charts = blocks.stream()
                .filter(block -> block.type().equals("data_visualization"))
                .toList();
        charts.stream().skip(MOST).forEach(chart -> chart.problem("no more than " + MOST + " charts allowed"));
    }

    static void check(Spot block) {
        block.only(Set.of("type", "block_id", "title", "chart"));
        block.required("title").ifPresent(title -> title.string(50));
        block.required("chart").ifPresent(ChartRules::chart);
    }

    private static void chart(Spot chart) {
        if (!chart.isObject()) {
            return;
        }
        chart.only(Set.of("type", "series", "axis_config"));
        chart.at("type").oneOf(WITH_AXES);
        Set<String> categories = new HashSet<>();
        chart.required("axis_config").ifPresent(axis -> axis(axis, categories));
        chart.required("series").ifPresent(series -> {
            Set<String> names = new HashSet<>();
            series.items(1, 6).forEach(one -> series(one, names, categories));
        });
    }

    private static void axis(Spot axis, Set<String> categories) {
        axis.only(Set.of("categories", "x_label", "y_label"));
        axis.optional("x_label").ifPresent(label -> label.string(50));
        axis.optional("y_label").ifPresent(label -> label.string(50));
        axis.required("categories")
                .ifPresent(all -> all.items(1, 20).forEach(category -> {
                    category.string(20);
                    if (!categories.add(category.value().asString(""))) {
                        category.problem("must be unique");
                    }
                }));
    }

    private static void series(Spot series, Set<String> names, Set<String> categories) {
        if (!series.isObject()) {
            return;
        }
        series.only(Set.of("name", "data"));
        series.required("name").ifPresent(name -> {
            name.string(20);
            if (!names.add(name.value().asString(""))) {
                name.problem("must be unique");
            }
        });
        series.required("data").ifPresent(data -> {
            Set<String> labels = new HashSet<>();
            data.items(1, 20).forEach(point -> point(point, labels));
            if (!labels.equals(categories)) {
                data.problem("must have a point for every category, and no other");
            }
        });
    }

    private static void point(Spot point, Set<String> labels) {
        if (!point.isObject()) {
            return;
        }
        point.only(Set.of("label", "value"));
        point.required("label").ifPresent(label -> {
            label.string(20);
            if (!labels.add(label.value().asString(""))) {
                label.problem("must be unique");
            }
        });
        point.required("value").ifPresent(value -> {
            if (!value.value().isNumber()) {
                value.problem("must be a number");
            }
        });
    }
}
