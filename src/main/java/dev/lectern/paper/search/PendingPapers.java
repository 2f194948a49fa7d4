package dev.lectern.paper.search;

import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The papers that wait for something to be made of them, the newest first. One thread. */
final class PendingPapers {
    private record Waiting(LocalDate day, PaperId id) {}

    private final NavigableSet<Waiting> waiting =
            new TreeSet<>(Comparator.comparing(Waiting::day).reversed().thenComparing(Waiting::id));
    private final Map<PaperId, Waiting> byId = new HashMap<>();

    void add(Paper paper) {
        remove(paper.id());
        Waiting entry = new Waiting(newestDay(paper), paper.id());
        waiting.add(entry);
        byId.put(paper.id(), entry);
    }

    /** The last day (UTC) on which it stood on a list or came out; where neither is known, on which it came in. */
    private static LocalDate newestDay(Paper paper) {
        return Stream.concat(paper.listings().stream().map(Listing::day), paper.published().stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(paper.addedAt(), ZoneOffset.UTC));
    }

    void remove(PaperId id) {
        Waiting entry = byId.remove(id);
        if (entry != null) {
            waiting.remove(entry);
        }
    }

    /** The newest ones, at most so many; they stay. */
    List<PaperId> first(int max) {
        return waiting.stream().limit(max).map(Waiting::id).toList();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
