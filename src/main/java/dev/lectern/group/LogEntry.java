package dev.lectern.group;

import java.time.Instant;
import java.util.List;

/**
 * A line of a group's log: who changed which setting, when, from what to what. Data, no sentence, since it is read in any
 * language later.
 *
 * @param setting {@link Setting} by name, or one that only a newer Lectern knows
 */
public record LogEntry(Instant at, UserId by, String setting, List<String> from, List<String> to) {
    public LogEntry {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
