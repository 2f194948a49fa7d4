package dev.lectern.remember;

import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.Note;
import dev.lectern.discussion.Question;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A paper that a group has read, and what is left of the meeting that read it.
 *
 * @param date of the meeting, in the group's zone
 * @param main whether it was the meeting's paper, and none that was read besides
 * @param nominator who proposed it last before it was read
 * @param notes in the order of adding; the meeting's, also where it read several papers
 * @param questions those that most wanted to talk about first
 */
public record ReadPaper(
        PaperId paper,
        MeetingId meeting,
        LocalDate date,
        boolean main,
        Optional<UserId> presenter,
        Optional<UserId> nominator,
        Stars stars,
        List<Note> notes,
        List<Question> questions,
        Set<UserId> attended) {
    private static final Comparator<Question> MOST_WANTED_FIRST = Comparator.comparingInt(
                    (Question question) -> question.votes().size())
            .reversed()
            .thenComparing(Question::at)
            .thenComparing(Question::id);

    public ReadPaper {
        notes = List.copyOf(notes);
        questions = questions.stream().sorted(MOST_WANTED_FIRST).toList();
        attended = Set.copyOf(attended);
    }

    static ReadPaper of(Meeting meeting, PaperId paper, Discussion said, Optional<UserId> nominator, ZoneId zone) {
        return new ReadPaper(
                paper,
                meeting.id(),
                meeting.start().atZone(zone).toLocalDate(),
                meeting.paper().filter(paper::equals).isPresent(),
                meeting.presenter(),
                nominator,
                Stars.of(said.ratings().values()),
                said.notes(),
                said.questions(),
                said.attended());
    }

    /** Whether anybody wrote something down, or asked something. */
    public boolean hasMore() {
        return !notes.isEmpty() || !questions.isEmpty();
    }

    /** Who made it a paper that the group read. */
    Stream<UserId> people() {
        return Stream.concat(presenter.stream(), nominator.stream());
    }
}
