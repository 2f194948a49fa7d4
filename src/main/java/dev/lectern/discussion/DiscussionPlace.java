package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;

/**
 * What a modal comes back with to know what it is about.
 *
 * @param more what it needs besides; may be empty
 */
record DiscussionPlace(GroupId group, MeetingId meeting, String more) {
    String write() {
        return group + " " + meeting + " " + more;
    }

    /** @throws IllegalArgumentException for what {@link #write} never writes */
    static DiscussionPlace read(String metadata) {
        String[] parts = metadata.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not the place of a discussion");
        }
        return new DiscussionPlace(GroupId.parse(parts[0]), MeetingId.parse(parts[1]), parts[2]);
    }

    DiscussionPlace with(String other) {
        return new DiscussionPlace(group, meeting, other);
    }
}
