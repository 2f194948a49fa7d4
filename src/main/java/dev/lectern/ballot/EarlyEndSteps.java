package dev.lectern.ballot;

import dev.lectern.group.Departures;
import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.work.Change;
import dev.lectern.work.Step;

/**
 * Where an open vote ends once all have voted, those who leave may have been the last that it waited for. It is looked after
 * them as after a vote, a minute later: who left by mistake joins again in time.
 */
public final class EarlyEndSteps implements Departures {
    private final BallotStore ballots;

    public EarlyEndSteps(BallotStore ballots) {
        this.ballots = ballots;
    }

    @Override
    public void left(Change change, Group after, UserId who) {
        ballots.open(after.id()).stream()
                .filter(ballot -> ballot.rules().endsEarly())
                .forEach(ballot -> look(change, after, ballot));
    }

    private static void look(Change change, Group after, Ballot ballot) {
        change.schedule(
                new Step(BallotSteps.EARLY, ballot.id().value(), change.now().plus(VotingRules.BEFORE_EARLY_END)));
        change.send(BallotSteps.redraw(after, ballot.id()));
    }
}
