package dev.lectern.ballot;

import dev.lectern.paper.Draft;
import dev.lectern.paper.source.Lookups;
import java.util.Optional;

/**
 * What the sources answered, as it is kept until it is acted on.
 *
 * @param told the paper; empty where nobody could tell
 * @param clause why nobody could, for a person; empty where somebody could
 * @param later whether asking again may help
 */
record Heard(Optional<Draft> told, String clause, boolean later) {

    static Heard of(Lookups.Answer answer) {
        if (answer instanceof Lookups.Told told) {
            return new Heard(Optional.of(told.draft()), "", false);
        }
        return answer instanceof Lookups.Later later
                ? new Heard(Optional.empty(), later.clause(), true)
                : new Heard(Optional.empty(), ((Lookups.Untold) answer).clause(), false);
    }
}
