package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is fetched at a time.
 *
 * @param day (UTC) of which the list is wanted; empty for a list that only shows its present state
 */
public record ListDay(PaperList list, Optional<LocalDate> day) {

    static ListDay of(PaperList list, LocalDate day) {
        return new ListDay(list, Optional.of(day));
    }

    static ListDay present(PaperList list) {
        return new ListDay(list, Optional.empty());
    }

    /** The list of so many days, the newest first. */
    static Stream<ListDay> back(PaperList list, LocalDate newest, int days) {
        return IntStream.range(0, days).mapToObj(ago -> of(list, newest.minusDays(ago)));
    }

    /** The day (UTC) at that time. */
    static LocalDate utc(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** @throws java.util.NoSuchElementException for a list that only shows its present state */
    LocalDate dated() {
        return day.orElseThrow();
    }

    /** How many days before that time its own is, in UTC. */
    long daysAgo(Instant now) {
        return ChronoUnit.DAYS.between(dated(), utc(now));
    }

    /** Reads what {@link #toString} gives. */
    static ListDay parse(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? present(new PaperList(text))
                : of(new PaperList(text.substring(space + 1)), LocalDate.parse(text.substring(0, space)));
    }

    @Override
    public String toString() {
        return day.map(known -> known + " " + list).orElseGet(list::value);
    }
}
