package dev.lectern.discussion;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What people said around one meeting. Immutable: every change is a copy. What one may do with the questions is in
 * {@link QuestionQueue}.
 *
 * @param questions in the order of asking
 * @param attended who was there, by their own word or the organizer's
 * @param notes in the order of adding
 * @param said what the channel was told of the meeting, in that order
 * @param briefed who was told what is expected of a presenter
 * @param secret what the aliases of anonymous askers are made with; there from the first one until the meeting is over
 * @param listedBy who said for others who was there
 */
public record Discussion(
        MeetingId meeting,
        List<Question> questions,
        Map<UserId, Rsvp> rsvps,
        @JsonDeserialize(as = LinkedHashSet.class) Set<UserId> attended,
        Map<UserId, Rating> ratings,
        List<Note> notes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Said> said,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserId> briefed,
        Optional<String> secret,
        Optional<UserId> listedBy) {
    public Discussion {
        questions = List.copyOf(questions);
        rsvps = Collections.unmodifiableMap(new LinkedHashMap<>(rsvps));
        attended = Collections.unmodifiableSet(new LinkedHashSet<>(attended));
        ratings = Collections.unmodifiableMap(new LinkedHashMap<>(ratings));
        notes = List.copyOf(notes);
        said = List.copyOf(said);
        briefed = List.copyOf(briefed);
    }

    /** Of which the channel was told nothing yet. */
    public Discussion(
            MeetingId meeting,
            List<Question> questions,
            Map<UserId, Rsvp> rsvps,
            Set<UserId> attended,
            Map<UserId, Rating> ratings,
            List<Note> notes) {
        this(
                meeting,
                questions,
                rsvps,
                attended,
                ratings,
                notes,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nobody said anything yet. */
    public static Discussion of(MeetingId meeting) {
        return new Discussion(meeting, List.of(), Map.of(), Set.of(), Map.of(), List.of());
    }

    /** With somebody's answer whether they come, in place of an earlier one. */
    Discussion answering(UserId who, Rsvp answer) {
        Map<UserId, Rsvp> changed = new LinkedHashMap<>(rsvps);
        changed.put(who, answer);
        return new Discussion(meeting, questions, changed, attended, ratings, notes, said, briefed, secret, listedBy);
    }

    /** Who answered so, sorted by id. */
    List<UserId> answered(Rsvp answer) {
        return rsvps.entrySet().stream()
                .filter(one -> one.getValue() == answer)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** With somebody who was there by their own word; the same where they were counted already. */
    Discussion attending(UserId who) {
        Set<UserId> more = new LinkedHashSet<>(attended);
        return more.add(who) ? attendedBy(more, listedBy) : this;
    }

    /** Without somebody who takes it back that they were there; the same where they were not counted. */
    Discussion notAttending(UserId who) {
        Set<UserId> fewer = new LinkedHashSet<>(attended);
        return fewer.remove(who) ? attendedBy(fewer, listedBy) : this;
    }

    /** With those who were there as somebody says who looked at an earlier list, {@code shown}, and changed it. */
    Discussion listed(UserId by, Collection<UserId> shown, Collection<UserId> chosen) {
        Set<UserId> corrected = Attendance.corrected(attended, shown, chosen);
        return corrected.equals(attended) ? this : attendedBy(corrected, Optional.of(by));
    }

    private Discussion attendedBy(Set<UserId> people, Optional<UserId> by) {
        return new Discussion(meeting, questions, rsvps, people, ratings, notes, said, briefed, secret, by);
    }

    /** With somebody's rating in place of an earlier one. */
    Discussion rated(UserId by, Rating rating) {
        Map<UserId, Rating> changed = new LinkedHashMap<>(ratings);
        changed.put(by, rating);
        return new Discussion(meeting, questions, rsvps, attended, changed, notes, said, briefed, secret, listedBy);
    }

    Discussion with(Note note) {
        return withNotes(Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    Discussion without(Note note) {
        List<Note> fewer = new ArrayList<>(notes);
        fewer.remove(note);
        return withNotes(fewer);
    }

    private Discussion withNotes(List<Note> changed) {
        return new Discussion(meeting, questions, rsvps, attended, ratings, changed, said, briefed, secret, listedBy);
    }

    Discussion withQuestions(List<Question> changed) {
        return new Discussion(meeting, changed, rsvps, attended, ratings, notes, said, briefed, secret, listedBy);
    }

    /** The channel is told, of the meeting as it is planned now; the same where it was told so already. */
    Discussion saying(Phase phase, Instant start) {
        Said now = new Said(phase, start);
        return said.contains(now)
                ? this
                : new Discussion(
                        meeting,
                        questions,
                        rsvps,
                        attended,
                        ratings,
                        notes,
                        Stream.concat(said.stream(), Stream.of(now)).toList(),
                        briefed,
                        secret,
                        listedBy);
    }

    /** How many times the channel was told this: more than once only of a meeting that was moved in between. */
    int times(Phase phase) {
        return (int) said.stream().filter(one -> one.phase() == phase).count();
    }

    /** With those told what is expected of them, once each. */
    Discussion briefing(Collection<UserId> presenters) {
        Set<UserId> all = new LinkedHashSet<>(briefed);
        all.addAll(presenters);
        return new Discussion(
                meeting, questions, rsvps, attended, ratings, notes, said, List.copyOf(all), secret, listedBy);
    }

    Discussion withSecret(String made) {
        return withSecret(Optional.of(made));
    }

    /** From now on nobody can tell, from what is kept, who asked anonymously. */
    Discussion withoutSecret() {
        return withSecret(Optional.empty());
    }

    private Discussion withSecret(Optional<String> kept) {
        return new Discussion(meeting, questions, rsvps, attended, ratings, notes, said, briefed, kept, listedBy);
    }
}
