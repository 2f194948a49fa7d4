package dev.lectern.meeting;

import dev.lectern.group.UserId;

/** What became of a member's word about presenting. */
public sealed interface Answer {

    /** The member presents; the meeting says so now. Also where they had said so already. */
    record Accepted(Meeting meeting) implements Answer {}

    /** The member does not present; the meeting says so now. Also where they had said so already. */
    record Declined(Meeting meeting) implements Answer {}

    /** Nobody is asking this member just now: perhaps they declined before, or the question went to the next one. */
    record NotAsked() implements Answer {}

    /** Somebody else presents already. */
    record Taken(UserId presenter) implements Answer {}

    /** The meeting is over or was called off. */
    record TooLate(MeetingState state) implements Answer {}
}
