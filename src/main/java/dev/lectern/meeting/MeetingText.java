package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.text.Dates;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.Collection;

/** How meetings are spoken of, everywhere alike. */
public final class MeetingText {
    private static final Texts TEXTS = Texts.of(MeetingText.class);

    private MeetingText() {}

    /** The day of the meeting that a step's key names, such as {@code 9 April}; plain text. */
    public static String day(String key) {
        try {
            return Dates.day(MeetingId.parse(key).date());
        } catch (IllegalArgumentException none) {
            return TEXTS.say("day.unreadable");
        }
    }

    /** When it begins, in the reader's zone; escaped mrkdwn. */
    public static String when(Meeting meeting, Group group) {
        return date(meeting.start(), group.settings().zone());
    }

    /** Several meetings as {@link #when(Meeting, Group)}, enumerated; escaped mrkdwn. */
    static String dates(Collection<Meeting> meetings, Group group) {
        return Enumerations.and(
                meetings.stream().map(meeting -> when(meeting, group)).toList());
    }

    /** Who presents or is asked to, or how to become it; escaped mrkdwn, goes on after a comma. */
    public static String presenter(Meeting meeting) {
        return meeting.presenter()
                .map(who -> TEXTS.say("presenter.presents", "who", user(who)))
                .or(() -> meeting.asked().map(who -> TEXTS.say("presenter.asked", "who", user(who))))
                .orElseGet(() -> TEXTS.say(meeting.ownedByOrganizer() ? "presenter.owner" : "presenter.nobody"));
    }
}
