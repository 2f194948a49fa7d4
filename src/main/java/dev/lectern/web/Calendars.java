package dev.lectern.web;

import java.time.Instant;
import java.util.Optional;

/** The calendars that are served. Any thread may ask. */
@FunctionalInterface
public interface Calendars {
    /**
     * A calendar as it is now.
     *
     * @param text an iCalendar file
     * @param changed when something in it last changed; empty where nothing is in it
     */
    record Calendar(String text, Optional<Instant> changed) {}

    /**
     * The calendar that a token opens; empty for any text that opens none.
     *
     * @param alarms whether it is to remind its owner
     */
    Optional<Calendar> find(String token, boolean alarms);
}
