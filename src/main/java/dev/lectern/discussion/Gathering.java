package dev.lectern.discussion;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.Paper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Whether two present its one paper, a half each. */
    boolean isInHalves() {
        return papers.size() == 1 && parts.stream().anyMatch(HeldPart::presents);
    }

    /** What this presenter presents of what is read: of several papers, their own. */
    List<Paper> presentedBy(UserId presenter) {
        return IntStream.rangeClosed(1, papers.size())
                .filter(number -> presents(presenter, number))
                .mapToObj(number -> papers.get(number - 1))
                .toList();
    }

    private boolean presents(UserId presenter, int paper) {
        return paper == 1 && isFirst(presenter)
                || parts.stream()
                        .anyMatch(part -> part.presents()
                                && part.paper() == paper
                                && part.who().contains(presenter));
    }

    /** Whether this is whom the group asked to present: the first paper, or the first half of the only one. */
    boolean isFirst(UserId presenter) {
        return meeting.presenter().filter(presenter::equals).isPresent();
    }

    boolean isOrganizer(UserId who) {
        return group.isOrganizer(who);
    }

    boolean isCancelled() {
        return meeting.state() == MeetingState.CANCELLED;
    }

    /** Whether it lies ahead or is on just now. */
    boolean isAheadOrOn(Instant now) {
        return meeting.state() == MeetingState.PLANNED && now.isBefore(meeting.end());
    }

    /** Whether everybody was asked to say if they come, and can still say so. */
    boolean asksWhoComes(Instant now) {
        return isAheadOrOn(now) && discussion.times(Phase.REMINDED) > 0;
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
