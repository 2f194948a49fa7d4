package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Days on which a member is not to be asked, dates in the group's zone.
 *
 * @param from the first day
 * @param until the last day, not before the first
 */
public record Absence(UserId who, LocalDate from, LocalDate until, Reach reach) {

    /** What somebody is absent from. */
    public enum Reach {
        /** From meetings altogether. */
        MEETINGS,
        /** From presenting only: they come and listen. */
        PRESENTING
    }

    public Absence {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("an absence that ends before it starts: " + from + " to " + until);
        }
    }

    /** From meetings altogether. */
    public Absence(UserId who, LocalDate from, LocalDate until) {
        this(who, from, until, Reach.MEETINGS);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether somebody can't present on a day, for whatever reason. */
    public static boolean isAway(Collection<Absence> absences, UserId who, LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.who().equals(who) && absence.covers(day));
    }
}
