package dev.lectern.discussion;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.Paper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A meeting with all that belongs to it, at one moment.
 *
 * @param papers what is read of what is known, in the order of reading
 * @param parts who has which part besides presenting
 */
record Gathering(
        Group group,
        Meeting meeting,
        List<Paper> papers,
        List<HeldPart> parts,
        Discussion discussion,
        DiscussionRules rules) {
    /** Its messages are not redrawn later than this, and so it takes no more ratings and no more who were there. */
    private static final Duration LIVELY = Duration.ofDays(30);

    /** Who is early counts, too. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    Gathering with(Discussion changed) {
        return new Gathering(group, meeting, papers, parts, changed, rules);
    }

    Gathering with(Meeting changed) {
        return new Gathering(group, changed, papers, parts, discussion, rules);
    }

    QuestionQueue queue() {
        return new QuestionQueue(discussion);
    }

    /** Of a paper in halves, or of several papers, everybody who presents. */
    List<UserId> presenters() {
        return Stream.concat(
                        meeting.presenter().stream(),
                        parts.stream().filter(HeldPart::presents).flatMap(part -> part.who().stream()))
                .distinct()
                .toList();
    }

    boolean isOrganizer(UserId who) {
        return group.organizer().equals(who);
    }

    boolean isCancelled() {
        return meeting.state() == MeetingState.CANCELLED;
    }

    /** Whether it lies ahead or is on just now. */
    boolean isAheadOrOn(Instant now) {
        return meeting.state() == MeetingState.PLANNED && now.isBefore(meeting.end());
    }

    boolean hasBegun(Instant now) {
        return !now.isBefore(meeting.start());
    }

    /** Whether one can say of oneself that one is there. */
    boolean takesAttendance(Instant now) {
        return !isCancelled() && !now.isBefore(meeting.start().minus(EARLY)) && isLively(now);
    }

    boolean isLively(Instant now) {
        return now.isBefore(meeting.start().plus(LIVELY));
    }

    /** Whoever can tell what it was worth. */
    boolean mayRate(UserId who) {
        return group.isMember(who) || discussion.attended().contains(who);
    }
}
