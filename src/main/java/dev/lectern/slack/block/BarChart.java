package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A bar chart of one series or of several over the same labels; all of its texts are plain. A workspace that does not know charts yet is served by
 * {@link ClassicFallback}.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block">Slack: data visualization</a>
 */
@JsonTypeName("data_visualization")
public record BarChart(String title, Bars chart, Optional<String> blockId) implements Block {
    public BarChart {
        Require.notBlank(title, "a chart's title");
    }

    /**
     * One bar.
     *
     * @param label differs from every other bar's
     * @param value 0 or more
     */
    public record Point(String label, double value) {
        public Point {
            Require.notBlank(label, "a bar's label");
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException("a bar of " + value);
            }
        }
    }

    /** What is counted, and how much of it there is of each. */
    public record Series(String name, List<Point> data) {
        public Series {
            Require.notBlank(name, "a series' name");
            data = Require.notEmpty(data, "a series");
        }
    }

    /** The labels once more, in the order in which they are shown. */
    public record Axis(List<String> categories) {
        public Axis {
            categories = List.copyOf(categories);
        }
    }

    /** Slack wants a point for every category in every series. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(value = "type", allowGetters = true)
    public record Bars(List<Series> series, Axis axisConfig) {
        public Bars {
            series = Require.notEmpty(series, "a chart");
            for (Series one : series) {
                List<String> labels = one.data().stream().map(Point::label).toList();
                if (!labels.equals(axisConfig.categories())
                        || labels.stream().distinct().count() < labels.size()) {
                    throw new IllegalArgumentException("a chart whose labels are " + labels);
                }
            }
        }

        @JsonProperty("type")
        String type() {
            return "bar";
        }
    }

    /** The bars of the first series, first to last. */
    public List<Point> points() {
        return chart.series().get(0).data();
    }

    /** What the bars count. */
    public String unit() {
        return chart.series().get(0).name();
    }
}
