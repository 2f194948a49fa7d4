package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MoveSteps;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A meeting's vote when the meeting is moved or called off. An open vote keeps the deadline that people were told, unless
 * that would be after the meeting; a vote for a meeting that does not take place is called off, and what was chosen for it
 * is in the backlog again.
 */
public final class MovedBallotSteps implements MoveSteps {
    private final BallotStores stores;

    public MovedBallotSteps(
            GroupStore groups,
            MeetingStore meetings,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            VotingRulesStore rules) {
        this.stores = new BallotStores(groups, meetings, backlogs, ballots, papers, rules);
    }

    @Override
    public void moved(Change change, Group group, Meeting before, Meeting after) {
        stores.open(group.id(), after.id()).ifPresent(ballot -> move(change, group, ballot, after));
        if (after.paper().isPresent() && stores.decided(group.id(), after).isPresent()) {
            checkBeforeReminder(change, group, after);
        }
    }

    private void move(Change change, Group group, Ballot ballot, Meeting meeting) {
        Instant closes = deadline(change.now(), group, ballot, meeting);
        change.schedule(new Step(BallotSteps.CLOSE, meeting.id().value(), closes));
        if (!closes.equals(ballot.closes())) {
            stores.ballots()
                    .save(
                            change,
                            ballot.closingAt(closes)
                                    .noting(BallotEvent.of(BallotEvent.Kind.MOVED, change.now())
                                            .until(closes)));
            change.unschedule(BallotSteps.REMIND, ballot.id().value());
            if (ballot.rules().reminds()) {
                VoteReminder.putOff(ballot.opens(), closes, group.settings().zone(), change.now())
                        .ifPresent(at -> change.schedule(
                                new Step(BallotSteps.REMIND, ballot.id().value(), at)));
            }
        }
        change.send(BallotSteps.redraw(group, ballot.id()));
    }

    /** The one that people know; where the meeting is sooner, when votes close for such a meeting, or half-way to it. */
    private static Instant deadline(Instant now, Group group, Ballot ballot, Meeting meeting) {
        if (ballot.closes().isBefore(meeting.start())) {
            return ballot.closes();
        }
        Instant usual = MeetingPlanner.timeline(group, meeting.start()).ballotCloses();
        return usual.isAfter(now) && usual.isAfter(ballot.opens())
                ? usual
                : now.plus(Duration.between(now, meeting.start()).dividedBy(2));
    }

    private void checkBeforeReminder(Change change, Group group, Meeting meeting) {
        Instant reminder = MeetingPlanner.timeline(group, meeting.start()).reminder();
        if (reminder.isAfter(change.now())) {
            change.schedule(new Step(RunnerUpSteps.CHECK, meeting.id().value(), reminder));
        }
    }

    @Override
    public void calledOff(Change change, Group group, Meeting meeting) {
        change.unschedule(RunnerUpSteps.CHECK, meeting.id().value());
        stores.open(group.id(), meeting.id()).ifPresent(ballot -> {
            BallotSteps.unschedule(change, ballot);
            stores.ballots().end(change, ballot.cancelled());
            change.send(BallotSteps.redraw(group, ballot.id()));
        });
        chosen(group, meeting)
                .ifPresent(nomination -> stores.backlogs()
                        .save(
                                change,
                                stores.backlogs()
                                        .find(group.id())
                                        .add(nomination)
                                        .backlog()));
    }

    /** The nomination of what was to be read, as it stood on the ballot. */
    private Optional<Nomination> chosen(Group group, Meeting meeting) {
        return stores.decided(group.id(), meeting).stream()
                .flatMap(ballot -> ballot.candidates().stream())
                .filter(candidate ->
                        meeting.paper().filter(candidate.paper()::equals).isPresent())
                .findFirst();
    }
}
