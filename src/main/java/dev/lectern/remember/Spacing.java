package dev.lectern.remember;

import java.time.LocalDate;
import java.time.Period;

/**
 * After how long a paper comes back: at growing distances, by which something stays known longest for the fewest
 * repetitions (spaced repetition; Cepeda et al., Psychological Bulletin 2006).
 */
enum Spacing {
    MONTH(Period.ofMonths(1), 21, "a month ago"),
    QUARTER(Period.ofMonths(3), 35, "three months ago"),
    YEAR(Period.ofMonths(12), 63, "a year ago");

    private static final int ABOUT_FROM = 8;

    private final Period after;
    private final int window;
    private final String ago;

    Spacing(Period after, int window, String ago) {
        this.after = after;
        this.window = window;
        this.ago = ago;
    }

    /** Whether its time is there, and not over: what did not come by then does not come at this distance. */
    boolean isDue(LocalDate read, LocalDate today) {
        return !today.isBefore(first(read)) && !isOver(read, today);
    }

    /** The first day on which it is due. */
    LocalDate first(LocalDate read) {
        return read.plus(after);
    }

    boolean isOver(LocalDate read, LocalDate today) {
        return !today.isBefore(first(read).plusDays(window));
    }

    /** How long ago that was, truly, such as {@code about a year ago}. */
    String ago(LocalDate read, LocalDate today) {
        return today.isBefore(read.plus(after).plusDays(ABOUT_FROM)) ? ago : "about " + ago;
    }
}
