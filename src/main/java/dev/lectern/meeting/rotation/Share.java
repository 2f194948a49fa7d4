package dev.lectern.meeting.rotation;

import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How often somebody took a task since joining.
 *
 * @param taken how many turns were theirs
 * @param possible how many turns there were that they could have taken, those that they took included
 * @param last when they last had it, in the group's zone
 */
public record Share(int taken, int possible, Optional<LocalDate> last) {
    private static final Texts TEXTS = Texts.of(Share.class);

    public Share {
        if (taken < 0 || taken > possible || last.isPresent() != taken > 0) {
            throw new IllegalArgumentException(taken + " of " + possible + ", last on " + last);
        }
    }

    /** In words, such as {@code 3 of 14, last in June}; a month of another year names the year. Plain text. */
    public String words(LocalDate today) {
        if (possible == 0) {
            return TEXTS.say("share.none");
        }
        return last.map(date ->
                        TEXTS.say("share.last", "taken", taken, "possible", possible, "month", month(date, today)))
                .orElseGet(() -> TEXTS.say("share.not-yet", "taken", taken, "possible", possible));
    }

    private static String month(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? Dates.month(date) : Dates.monthAndYear(date);
    }
}
