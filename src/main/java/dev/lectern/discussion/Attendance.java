package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who was there. One is there by one's own word or the organizer's; that somebody meant to come counts for nothing, since
 * plans change.
 */
final class Attendance {
    private Attendance() {}

    /**
     * Who was there, once somebody has changed a list of them: those who said so themselves while that list was open
     * stay.
     *
     * @param now who is counted now
     * @param shown who was on the list when it was opened
     * @param chosen who was on it when it was sent off
     */
    static Set<UserId> corrected(Set<UserId> now, Collection<UserId> shown, Collection<UserId> chosen) {
        Set<UserId> struck = new LinkedHashSet<>(shown);
        struck.removeAll(new LinkedHashSet<>(chosen));
        Set<UserId> corrected = new LinkedHashSet<>(now);
        corrected.removeAll(struck);
        corrected.addAll(chosen);
        return corrected;
    }
}
