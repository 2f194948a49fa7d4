package dev.lectern.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;

/** Whose meetings a feed shows. */
sealed interface FeedOwner {
    /** A group: all of its meetings. */
    record OfGroup(GroupId group) implements FeedOwner {
        @Override
        public String text() {
            return "group/" + group;
        }
    }

    /** A person: the meetings of every group of the workspace in which they are a member at the time of asking. */
    record OfPerson(TeamId team, UserId user) implements FeedOwner {
        @Override
        public String text() {
            return "person/" + team + ":" + user;
        }
    }

    @JsonValue
    String text();

    /** Reads what {@link #text} gives; throws IllegalArgumentException for anything else. */
    @JsonCreator
    static FeedOwner parse(String text) {
        String[] parts = text.split("[/:]", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the owner of a feed: " + text);
        }
        return switch (parts[0]) {
            case "group" -> new OfGroup(GroupId.parse(parts[1] + ":" + parts[2]));
            case "person" -> new OfPerson(new TeamId(parts[1]), new UserId(parts[2]));
            default -> throw new IllegalArgumentException("not the owner of a feed: " + text);
        };
    }
}
