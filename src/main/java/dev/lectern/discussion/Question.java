package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What somebody wants to talk about at a meeting.
 *
 * @param id unique at its meeting
 * @param by who asked; shown to nobody where it is anonymous
 * @param text raw, as it was typed
 * @param votes who wants it talked about too; never {@code by}
 */
public record Question(
        String id,
        UserId by,
        boolean anonymous,
        String text,
        Instant at,
        @JsonDeserialize(as = LinkedHashSet.class) Set<UserId> votes) {
    public Question {
        votes = Set.copyOf(votes);
        if (text.isBlank() || votes.contains(by)) {
            throw new IllegalArgumentException("not a question: " + id);
        }
    }
}
