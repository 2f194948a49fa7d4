package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.Names;
import java.util.Optional;

/**
 * A paper that a member brought by a link, and that is being looked up.
 *
 * @param typed whether they wrote its title too: then it is nominated already, and nobody waits for what is found
 * @param tries how often the sources could not be asked so far
 * @param heard what they answered this time; empty as long as they are being asked
 */
record Bringing(Names names, UserId by, boolean typed, int tries, Optional<Heard> heard) {
    static Bringing of(Names names, UserId by, boolean typed) {
        return new Bringing(names, by, typed, 0, Optional.empty());
    }

    Bringing having(Heard answer) {
        return new Bringing(names, by, typed, tries, Optional.of(answer));
    }

    Bringing oneMoreTry() {
        return new Bringing(names, by, typed, tries + 1, Optional.empty());
    }
}
