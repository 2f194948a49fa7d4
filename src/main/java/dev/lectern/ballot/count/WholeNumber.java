package dev.lectern.ballot.count;

import java.util.function.Function;

/** A whole number that was read, or why it is none: one sentence. */
sealed interface WholeNumber {
    record Good(int value) implements WholeNumber {}

    record Bad(String reason) implements WholeNumber {}

    /** At most so much of what a file says is repeated in a message. */
    int LONGEST_QUOTE = 40;

    static WholeNumber of(String text, int least, int most) {
        String digits = text.strip();
        if (!digits.matches("-?[0-9]+")) {
            return new Bad(quoted(digits) + " is no whole number");
        }
        if (digits.length() > 10 || Long.parseLong(digits) < least || Long.parseLong(digits) > most) {
            return new Bad(quoted(digits) + " is not from " + least + " to " + most);
        }
        return new Good(Integer.parseInt(digits));
    }

    default <E extends RuntimeException> int orElseThrow(Function<String, E> broken) {
        if (this instanceof Good good) {
            return good.value();
        }
        throw broken.apply(((Bad) this).reason());
    }

    /** In quotes, on one line, cut where it is long. */
    static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        int end = Math.min(line.length(), LONGEST_QUOTE);
        return "'" + (line.length() > LONGEST_QUOTE ? line.substring(0, end) + "..." : line) + "'";
    }
}
