package dev.lectern.calendar;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
     * @param owner whose calendar it is; empty for a group's
     */
    record Entry(GroupId group, ZoneId zone, Given given, Optional<UserId> owner) {}
}
