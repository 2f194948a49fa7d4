package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;

/**
 * The trace of a nomination that somebody took off the backlog.
 *
 * @param by who took it off, when
 */
public record TakenOff(PaperId paper, UserId by, Instant at) {
    TakenOff of(PaperId same) {
        return new TakenOff(same, by, at);
    }
}
