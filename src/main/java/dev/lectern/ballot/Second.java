package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Comparator;

/** A member would like to read what another one nominated: their "+1". */
public record Second(PaperId paper, UserId by, Instant at) {
    static final Comparator<Second> EARLIEST_FIRST = Comparator.comparing(Second::at)
            .thenComparing(second -> second.paper().value())
            .thenComparing(second -> second.by().value());

    boolean isBy(UserId member, PaperId about) {
        return by.equals(member) && paper.equals(about);
    }

    Second of(PaperId same) {
        return new Second(same, by, at);
    }
}
