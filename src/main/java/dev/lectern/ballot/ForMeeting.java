package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;

/** A group, and the meeting of it that a ballot is for. */
record ForMeeting(Group group, Meeting meeting) {
    ForMeeting at(Meeting changed) {
        return new ForMeeting(group, changed);
    }
}
