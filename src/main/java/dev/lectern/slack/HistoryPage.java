package dev.lectern.slack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A stretch of what was said in a conversation, newest first, or in a thread, oldest first.
 *
 * @param next where the next page begins; empty on the last one
 */
record HistoryPage(List<Entry> entries, Optional<String> next) {

    /**
     * @param payload of Lectern's own metadata; empty on what others wrote
     * @param files the names of those that came with it
     */
    record Entry(String ts, Map<String, Object> payload, Set<String> files) {}

    /** The {@code ts} of the first such message. */
    Optional<String> find(Predicate<Entry> such) {
        return entries.stream().filter(such).map(Entry::ts).findFirst();
    }

    boolean reachesBefore(Instant instant) {
        return entries.stream().anyMatch(entry -> at(entry).isBefore(instant));
    }

    /** A {@code ts} is seconds since 1970, a dot, and what makes it unique. */
    private static Instant at(Entry entry) {
        return Instant.ofEpochSecond(
                Long.parseLong(entry.ts().substring(0, entry.ts().indexOf('.'))));
    }
}
