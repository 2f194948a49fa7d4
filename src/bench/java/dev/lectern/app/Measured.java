package dev.lectern.app;

import java.util.Arrays;
import java.util.Collection;

/** Many measurements of one thing, in milliseconds. */
record Measured(double[] sorted) {
    Measured {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    static Measured nanos(long... nanos) {
        return new Measured(Arrays.stream(nanos).sorted().mapToDouble(each -> each / 1e6).toArray());
    }

    static Measured millis(Collection<Long> millis) {
        return new Measured(millis.stream().mapToDouble(Long::doubleValue).sorted().toArray());
    }

    double median() {
        return percentile(50);
    }

    /** The smallest of them that so many percent are not above. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    double max() {
        return sorted[sorted.length - 1];
    }
}
