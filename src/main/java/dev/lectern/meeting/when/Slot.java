package dev.lectern.meeting.when;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The place of one meeting in a timetable: the date on which its rule puts it, in the rule's zone, and which series it
 * belongs to. Written {@code 2026-04-09} for the first series and {@code 2026-04-09~b} for any other. A meeting that is
 * moved keeps its slot.
 */
public record Slot(LocalDate date, String series) implements Comparable<Slot> {
    /** The series that every group has. */
    public static final String FIRST = "a";

    private static final Pattern SERIES = Pattern.compile("[a-z][a-z0-9]{0,7}");
    private static final String SEPARATOR = "~";

    public Slot {
        if (!isSeries(series)) {
            throw new IllegalArgumentException("not a series: " + series);
        }
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("no meeting is then: " + date);
        }
    }

    /** Whether a series can be called like this: a letter, then letters and digits, eight at most. */
    public static boolean isSeries(String text) {
        return SERIES.matcher(text).matches();
    }

    /** Of the first series. */
    public static Slot of(LocalDate date) {
        return new Slot(date, FIRST);
    }

    /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
    @JsonCreator
    public static Slot parse(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        try {
            Slot slot = new Slot(LocalDate.parse(parts[0]), parts.length < 2 ? FIRST : parts[1]);
            if (slot.write().equals(text)) {
                return slot;
            }
        } catch (DateTimeException notOne) {
            throw new IllegalArgumentException("not a slot: " + text, notOne);
        }
        throw new IllegalArgumentException("not a slot: " + text);
    }

    @JsonValue
    public String write() {
        return series.equals(FIRST) ? date.toString() : date + SEPARATOR + series;
    }

    @Override
    public int compareTo(Slot other) {
        return write().compareTo(other.write());
    }

    @Override
    public String toString() {
        return write();
    }
}
