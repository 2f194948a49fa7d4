package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How the vote on a meeting's paper stands, for whoever shows the meeting. Mrkdwn. */
public final class VoteStateText {
    private static final Texts TEXTS = Texts.of(VoteStateText.class);

    private final BallotStore ballots;
    private final InstantSource clock;

    public VoteStateText(BallotStore ballots, InstantSource clock) {
        this.ballots = ballots;
        this.clock = clock;
    }

    /** Empty once it is settled what is read, or nothing is known of a vote to come. */
    public Optional<String> of(Group group, Meeting meeting) {
        if (meeting.paper().isPresent()) {
            return Optional.empty();
        }
        Optional<Ballot> open = ballots.open(group.id()).stream()
                .filter(ballot -> ballot.meeting().equals(meeting.id()))
                .findFirst();
        if (open.isPresent()) {
            return Optional.of(TEXTS.say("state.open", "closes", when(open.get().closes(), group)));
        }
        Instant opens = MeetingPlanner.timeline(group, meeting).ballotOpens();
        if (opens.isAfter(clock.instant())) {
            return Optional.of(TEXTS.say("state.opens", "opens", when(opens, group)));
        }
        return MeetingPlanner.timeline(group, meeting).ballotCloses().isAfter(clock.instant())
                ? Optional.of(TEXTS.say("state.waits"))
                : Optional.empty();
    }

    private static String when(Instant at, Group group) {
        return date(at, group.settings().zone());
    }
}
