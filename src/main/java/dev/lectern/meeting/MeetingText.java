package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How meetings are spoken of, everywhere alike. */
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

    /** When it begins, in the reader's zone; escaped mrkdwn. */
    public static String when(Meeting meeting, Group group) {
        return date(meeting.start(), group.settings().zone());
    }

    /** Who presents or is asked to, or how to become it; escaped mrkdwn, goes on after a comma. */
    public static String presenter(Meeting meeting) {
        return meeting.presenter()
                .map(who -> "presented by " + user(who))
                .or(() -> meeting.asked().map(who -> user(who) + " is asked to present"))
                .orElse(
                        meeting.ownedByOrganizer()
                                ? "nobody presents yet, owner: organizer; `/papers present` makes it you"
                                : "nobody presents yet: `/papers present` makes it you");
    }
}
