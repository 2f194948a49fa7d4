package dev.lectern.remember;

import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.Note;
import dev.lectern.discussion.Question;
import dev.lectern.discussion.Rating;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Answer;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Meetings that were held, and what was said around them, for tests to remember. */
public final class Remembered {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Remembered() {}

    public static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(15, 0)).atZone(BERLIN).toInstant();
    }

    public static Meeting held(LocalDate day, PaperId paper, UserId presenter) {
        return open(day, paper).volunteer(presenter) instanceof Answer.Accepted accepted
                ? accepted.meeting().held()
                : open(day, paper).held();
    }

    private static Meeting open(LocalDate day, PaperId paper) {
        return Meeting.planned(MeetingId.of(day), at(day)).withPaper(paper);
    }

    /** With as many raters as there are stars. */
    public static Discussion said(
            LocalDate day, List<Question> questions, List<Note> notes, Set<UserId> attended, int... stars) {
        Map<UserId, Rating> ratings = new LinkedHashMap<>();
        IntStream.range(0, stars.length)
                .forEach(i -> ratings.put(new UserId("URATER" + i), new Rating(stars[i], Optional.of(stars[i] >= 4))));
        return new Discussion(MeetingId.of(day), questions, Map.of(), attended, ratings, notes);
    }

    public static Note note(String text, UserId by, LocalDate day) {
        return new Note(Note.Kind.NOTES, text, Optional.empty(), by, at(day));
    }

    public static Question question(String id, UserId by, boolean anonymous, LocalDate day, UserId... votes) {
        return new Question(id, by, anonymous, "What about " + id + "?", at(day), Set.of(votes));
    }
}
