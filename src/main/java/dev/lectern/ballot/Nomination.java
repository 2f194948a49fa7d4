package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Comparator;

/** Somebody proposed a paper for reading. */
public record Nomination(PaperId paper, UserId by, Instant at) {
    /** By time; of two at the same instant, by the paper's id, so that the order is total. */
    static final Comparator<Nomination> EARLIEST_FIRST = Comparator.comparing(Nomination::at)
            .thenComparing(nomination -> nomination.paper().value());
}
