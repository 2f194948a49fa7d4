package dev.lectern.calendar;

import dev.lectern.group.GroupId;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar that people subscribe to.
 *
 * @param name what calendars call it; raw text
 * @param alarms whether calendars are to remind their owner
 * @param zone in which its meetings are, where they have no other
 */
record Feed(String name, ZoneId zone, boolean alarms, List<Entry> entries) {

    Feed {
        entries = List.copyOf(entries);
    }

    /**
     * A meeting in it.
     *
     * @param zone the group's
     * @param presents whether the owner of the calendar presents
     */
    record Entry(GroupId group, ZoneId zone, Given given, boolean presents) {}
}
