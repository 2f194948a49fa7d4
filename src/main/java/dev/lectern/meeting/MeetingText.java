package dev.lectern.meeting;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How meetings are spoken of where only the key of a step is known. */
public final class MeetingText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private MeetingText() {}

    /** The day of the meeting that a step's key names, such as {@code 9 April}; plain text. */
    public static String day(String key) {
        try {
            return DAY.format(MeetingId.parse(key).date());
        } catch (IllegalArgumentException none) {
            return "a day that cannot be read";
        }
    }
}
