package dev.lectern.meeting.part;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;

/** A part of a meeting, as buttons name it. */
record PartKey(MeetingId meeting, String part) {
    String write() {
        return meeting + " " + part;
    }

    /** @throws IllegalArgumentException for anything else */
    static PartKey read(String value) {
        String[] parts = value.split(" ");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a part of a meeting: " + value);
        }
        return new PartKey(MeetingId.parse(parts[0]), parts[1]);
    }

    /** With the group, as a form carries it. */
    String write(GroupId group) {
        return group + " " + write();
    }
}
