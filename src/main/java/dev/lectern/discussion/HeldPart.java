package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.util.List;

/**
 * A part in a meeting besides presenting, and who has it.
 *
 * @param id such as {@link #SCRIBE}
 * @param name raw, as the group calls it
 * @param presents whether whoever has it presents, beside the meeting's presenter
 * @param paper of several, which one it is about, from 1 on; the meeting's presenter has the first
 */
public record HeldPart(String id, String name, List<UserId> who, boolean presents, int paper) {
    /** Who writes down what is said. */
    public static final String SCRIBE = "scribe";

    public HeldPart {
        who = List.copyOf(who);
    }

    /** Tells who has which part in a meeting, in the order in which to show them. */
    @FunctionalInterface
    public interface Reader {
        List<HeldPart> of(GroupId group, MeetingId meeting);
    }
}
