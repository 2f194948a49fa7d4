package dev.lectern.remember;

import java.time.LocalDate;
import java.time.Period;

/**
 * After how long a paper comes back: at growing distances, by which something stays known longest for the fewest
 * repetitions (spaced repetition; Cepeda et al., Psychological Bulletin 2006).
 */
enum Spacing {
    MONTH(Period.ofMonths(1), 21),
    QUARTER(Period.ofMonths(3), 35),
    YEAR(Period.ofMonths(12), 63);

    private static final int ABOUT_FROM = 8;

    private final Period after;
    private final int window;

    Spacing(Period after, int window) {
        this.after = after;
        this.window = window;
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

    /** Whether it is so long ago only about. */
    boolean isAbout(LocalDate read, LocalDate today) {
        return !today.isBefore(first(read).plusDays(ABOUT_FROM));
    }
}
