package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import java.time.LocalDate;
import java.util.Optional;

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
