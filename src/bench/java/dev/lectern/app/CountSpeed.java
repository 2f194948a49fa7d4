package dev.lectern.app;

import dev.lectern.ballot.count.Alternatives;
import dev.lectern.ballot.count.Bundle;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Profile;
import dev.lectern.ballot.count.Preference;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What counting costs by voters and alternatives. The hardest case: no two votes are equal, rankings are complete, and
 * voters agree on nothing, so that bundles, short lists and early ends save nothing.
 */
final class CountSpeed {
    private static final int[][] SIZES = {{1000, 10}, {1000, 100}, {10_000, 100}};
    private static final String SEED = "bench";
    /** Only the processor's time is ours alone, whatever else the machine does. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();


    private final int rounds;

    CountSpeed(int rounds) {
        this.rounds = rounds;
    }

    Table run() {
        Table table = new Table(
                "Counting votes of which no two are equal, processor time, medians of %d rounds".formatted(rounds),
                "method",
                "ms, 1,000 voters, 10 alternatives",
                "ms, 1,000 voters, 100 alternatives",
                "ms, 10,000 voters, 100 alternatives",
                "10,000 voters, to 1,000");
        for (Method method : Method.values()) {
            List<Double> medians = new ArrayList<>();
            for (int[] size : SIZES) {
                medians.add(millis(method, profile(method.asks(), size[0], size[1])));
            }
            table.row(
                    method.label(),
                    medians.get(0),
                    medians.get(1),
                    medians.get(2),
                    "%.1f".formatted(medians.get(2) / medians.get(1)));
            Progress.say("count: %s done", method.label());
        }
        return table;
    }

    private double millis(Method method, Profile profile) {
        Outcome first = method.count(profile, SEED);
        long[] nanos = new long[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long before = CLOCK.getCurrentThreadCpuTime();
            Outcome again = method.count(profile, SEED);
            nanos[Math.max(round, 0)] = CLOCK.getCurrentThreadCpuTime() - before;
            if (!again.winner().equals(first.winner())) {
                throw new IllegalStateException("two counts of the same votes differ");
            }
        }
        return Measured.nanos(nanos).median();
    }

    private static Profile profile(Preference.Kind kind, int voters, int alternatives) {
        Random random = new Random(11);
        List<String> ids =
                IntStream.range(0, alternatives).mapToObj(i -> "paper" + i).toList();
        List<Bundle> bundles = new ArrayList<>();
        for (int i = 0; i < voters; i++) {
            bundles.add(new Bundle(1, vote(kind, ids, random)));
        }
        return new Profile(Alternatives.inOrder(ids), bundles);
    }

    private static Preference vote(Preference.Kind kind, List<String> ids, Random random) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        return switch (kind) {
            case APPROVALS -> new Preference.Approvals(new HashSet<>(shuffled.subList(0, ids.size() / 2)));
            case CHOICE -> new Preference.Choice(shuffled.get(0));
            case RANKING -> new Preference.Ranking(shuffled.stream().map(Set::of).toList());
            case SCORES -> {
                Map<String, Integer> stars = new LinkedHashMap<>();
                shuffled.forEach(id -> stars.put(id, random.nextInt(Preference.Scores.MOST + 1)));
                yield new Preference.Scores(stars);
            }
        };
    }
}
