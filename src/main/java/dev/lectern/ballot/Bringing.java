package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.Names;

/**
 * A paper that a member brought by a link, and that is being looked up.
 *
 * @param typed whether they wrote its title too: then it is nominated already, and nobody waits for what is found
 * @param tries how often the sources could not be asked so far
 */
public record Bringing(Names names, UserId by, boolean typed, int tries) {
    Bringing oneMoreTry() {
        return new Bringing(names, by, typed, tries + 1);
    }
}
