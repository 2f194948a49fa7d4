package dev.lectern.ballot;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * In which order papers come onto ballots: by support, but every third place goes to the one that has waited longest, so
 * that what nobody has seen on a ballot cannot be supported less for ever. A paper with {@code n} others that have waited
 * longer is on a ballot after {@code n / 3 + 1} ballots of ten at the latest.
 */
final class Candidates {
    /** The place of each so many that goes by waiting. */
    static final int FOR_WAITING = 3;

    private static final Comparator<Prospect> LONGEST_WAITING =
            Comparator.comparing(Prospect::waitsSince).thenComparing(Prospect::nomination, Nomination.EARLIEST_FIRST);

    private Candidates() {}

    /**
     * All that can be voted on, in the order in which a ballot takes it.
     *
     * @param excluded what cannot be voted on for another reason than that it rests
     */
    static List<Nomination> inOrder(Collection<Prospect> prospects, Predicate<Nomination> excluded) {
        List<Prospect> possible = prospects.stream()
                .filter(prospect -> !prospect.isResting() && !excluded.test(prospect.nomination()))
                .toList();
        Deque<Prospect> bySupport = sorted(possible, Prospect.BY_SUPPORT);
        Deque<Prospect> byWaiting = sorted(possible, LONGEST_WAITING);
        Set<Prospect> taken = new LinkedHashSet<>();
        while (taken.size() < possible.size()) {
            Deque<Prospect> next = (taken.size() + 1) % FOR_WAITING == 0 ? byWaiting : bySupport;
            taken.add(next.removeFirst());
        }
        return taken.stream().map(Prospect::nomination).toList();
    }

    private static Deque<Prospect> sorted(Collection<Prospect> prospects, Comparator<Prospect> order) {
        return new ArrayDeque<>(prospects.stream().sorted(order).toList());
    }
}
