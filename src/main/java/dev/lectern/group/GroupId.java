package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A reading group is one team and channel; its text form is {@code T1:C1}. */
public record GroupId(TeamId team, ChannelId channel) implements Comparable<GroupId> {

    /** Reads {@code T1:C1}; throws IllegalArgumentException for anything else. */
    @JsonCreator
    public static GroupId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a group id: " + text);
        }
        return new GroupId(new TeamId(text.substring(0, colon)), new ChannelId(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(GroupId other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return team + ":" + channel;
    }
}
