package dev.lectern.discussion;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What people said around one meeting. Immutable.
 *
 * @param questions in the order of asking
 * @param attended who was there, by their own word or the organizer's
 * @param notes in the order of adding
 */
public record Discussion(
        MeetingId meeting,
        List<Question> questions,
        Map<UserId, Rsvp> rsvps,
        @JsonDeserialize(as = LinkedHashSet.class) Set<UserId> attended,
        Map<UserId, Rating> ratings,
        List<Note> notes) {
    public Discussion {
        questions = List.copyOf(questions);
        rsvps = Map.copyOf(rsvps);
        attended = Set.copyOf(attended);
        ratings = Map.copyOf(ratings);
        notes = List.copyOf(notes);
    }

    /** Nobody said anything yet. */
    public static Discussion of(MeetingId meeting) {
        return new Discussion(meeting, List.of(), Map.of(), Set.of(), Map.of(), List.of());
    }
}
