package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Outgoing;
import java.time.Instant;

/** What a presenter is told whose meeting is moved or called off. */
final class MeetingNewsMessages {
    static final String MOVED = "meeting.moved";
    static final String OFF = "meeting.off";

    private MeetingNewsMessages() {}

    static Outgoing moved(Instant now, Group group, Meeting before, Meeting after, UserId presenter) {
        return told(
                MOVED,
                now,
                after,
                presenter,
                "The meeting at which you present in " + line("#" + group.channelName()) + " was moved from "
                        + MeetingText.when(before, group) + " to " + MeetingText.when(after, group)
                        + ". If you can't make it then, your note about presenting has the button to give it back.");
    }

    static Outgoing off(Instant now, Group group, Meeting meeting, UserId presenter) {
        return told(
                OFF,
                now,
                meeting,
                presenter,
                "The meeting on " + MeetingText.when(meeting, group) + " in " + line("#" + group.channelName())
                        + ", at which you were to present, does not take place. It does not count as one of yours: your "
                        + "turn stays yours.");
    }

    private static Outgoing told(String what, Instant now, Meeting meeting, UserId presenter, String text) {
        return Outbound.toMember(
                        what + "/" + meeting.id() + "/" + presenter + "/" + now.toEpochMilli(),
                        presenter,
                        Message.of(text, section(text)))
                .notTwice();
    }
}
