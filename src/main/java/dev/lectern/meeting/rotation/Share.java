package dev.lectern.meeting.rotation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How often somebody took a task since joining.
 *
 * @param taken how many turns were theirs
 * @param possible how many turns there were that they could have taken, those that they took included
 * @param last when they last had it, in the group's zone
 */
public record Share(int taken, int possible, Optional<LocalDate> last) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    public Share {
        if (taken < 0 || taken > possible || last.isPresent() != taken > 0) {
            throw new IllegalArgumentException(taken + " of " + possible + ", last on " + last);
        }
    }

    /** In words, such as {@code 3 of 14, last in June}; a month of another year names the year. Plain text. */
    public String words(LocalDate today) {
        if (possible == 0) {
            return "none so far";
        }
        return taken + " of " + possible
                + last.map(date -> ", last in " + month(date, today)).orElse(", not yet");
    }

    private static String month(LocalDate date, LocalDate today) {
        return (date.getYear() == today.getYear() ? MONTH : WITH_YEAR).format(date);
    }
}
