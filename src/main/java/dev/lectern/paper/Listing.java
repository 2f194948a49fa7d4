package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;

/** That a paper stood on a list on a day (UTC). */
public record Listing(PaperList list, LocalDate day) implements Comparable<Listing> {
    private static final Comparator<Listing> BY_DAY =
            Comparator.comparing(Listing::day).thenComparing(Listing::list);

    public static Listing daily(LocalDate day) {
        return new Listing(PaperList.DAILY, day);
    }

    /** Reads what {@link #toString} gives. */
    @JsonCreator
    public static Listing parse(String text) {
        int space = text.indexOf(' ');
        return new Listing(new PaperList(text.substring(space + 1)), LocalDate.parse(text.substring(0, space)));
    }

    @Override
    public int compareTo(Listing other) {
        return BY_DAY.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return day + " " + list;
    }
}
