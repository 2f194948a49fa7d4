package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What somebody wants to talk about at a meeting.
 *
 * @param id unique at its meeting
 * @param by who asked; where it is anonymous an {@link Alias} and no member's id, shown to nobody
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
    /** The most wanted first; of those wanted alike the one asked first. */
    public static final Comparator<Question> MOST_WANTED_FIRST = Comparator.comparingInt(
                    (Question question) -> question.votes().size())
            .reversed()
            .thenComparing(Question::at)
            .thenComparing(Question::id);

    public Question {
        votes = Collections.unmodifiableSet(new LinkedHashSet<>(votes));
        if (text.isBlank() || votes.contains(by)) {
            throw new IllegalArgumentException("not a question: " + id);
        }
    }

    Question withVotes(Set<UserId> changed) {
        return new Question(id, by, anonymous, text, at, changed);
    }
}
