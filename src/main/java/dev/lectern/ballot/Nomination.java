package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody proposed a paper for reading. */
public record Nomination(PaperId paper, UserId by, Instant at) {
    /** By time; of two at the same instant, by the paper's id, so that the order is total. */
    static final Comparator<Nomination> EARLIEST_FIRST = Comparator.comparing(Nomination::at)
            .thenComparing(nomination -> nomination.paper().value());

    /**
     * Each paper under the id by which it is known now; of those that turned out to be one paper, the earliest nomination
     * stands.
     */
    static List<Nomination> knownAs(Map<PaperId, PaperId> canonical, Collection<Nomination> nominations) {
        Map<PaperId, Nomination> earliest = new LinkedHashMap<>();
        nominations.stream()
                .sorted(EARLIEST_FIRST)
                .map(nomination -> nomination.of(canonical.getOrDefault(nomination.paper, nomination.paper)))
                .forEach(nomination -> earliest.putIfAbsent(nomination.paper, nomination));
        return List.copyOf(earliest.values());
    }

    private Nomination of(PaperId same) {
        return new Nomination(same, by, at);
    }
}
