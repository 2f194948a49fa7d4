package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Outbound;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.util.List;
import java.util.Optional;

/** When what won cannot be read after all, what came next in the count takes over. */
final class RunnerUpSteps {
    /** Looks before the meeting's reminder whether its paper still stands; its name is before that step's. */
    static final String CHECK = "ballot.check";
    /** Tells the channel who took over. */
    static final String TAKES_OVER = "ballot.runnerup";

    private final BallotStores stores;
    private final MeetingPaperSteps meeting;

    RunnerUpSteps(BallotStores stores, MeetingPaperSteps meeting) {
        this.stores = stores;
        this.meeting = meeting;
    }

    /** What would take over from what the meeting reads now; empty where nothing can. */
    Optional<PaperId> next(ForMeeting round, Ballot ballot) {
        List<PaperId> order = Counting.papers(
                Counting.count(ballot, stores.ballots().votes(round.group().id(), ballot.id()))
                        .order());
        return round.meeting()
                .paper()
                .flatMap(fallen -> RunnerUp.after(
                        fallen,
                        order,
                        paper -> !stores.isWithdrawn(paper)
                                && !stores.isSettled(round.group().id(), paper)));
    }

    void check(Step step, Change change) {
        stores.planned(change.group(), MeetingId.parse(step.key()))
                .filter(round ->
                        round.meeting().paper().filter(stores::isWithdrawn).isPresent())
                .ifPresent(round -> withdrawn(change, round));
    }

    private void withdrawn(Change change, ForMeeting round) {
        Paper fallen = stores.paper(round.meeting().paper().orElseThrow());
        Optional<Ballot> ballot = stores.decided(change.group(), round.meeting());
        Optional<PaperId> next = ballot.flatMap(decided -> next(round, decided));
        if (next.isPresent()) {
            takeOver(change, round, ballot.orElseThrow(), next.get(), Optional.empty());
            return;
        }
        meeting.drop(change, round.meeting());
        change.send(Outbound.toChannel(
                TAKES_OVER + "/" + round.meeting().id() + "/none/" + fallen.id(),
                round.group().id().channel(),
                () -> LifeMessages.nothingLeft(fallen, round)));
    }

    /** @param by who decided that; empty where the paper was withdrawn */
    void takeOver(Change change, ForMeeting round, Ballot ballot, PaperId next, Optional<UserId> by) {
        Paper fallen = stores.paper(round.meeting().paper().orElseThrow());
        Paper taking = stores.paper(next);
        Ballot changed = ballot.wonBy(next);
        Ballot noted = by.map(who -> changed.noting(BallotEvent.of(BallotEvent.Kind.RUNNER_UP, who, change.now())
                        .about(next)))
                .orElse(changed);
        stores.ballots().save(change, noted);
        stores.backlogs()
                .save(
                        change,
                        stores.backlogs()
                                .find(change.group())
                                .remove(fallen.id())
                                .remove(next));
        meeting.choose(change, round.meeting(), next);
        change.send(BallotSteps.redraw(round.group(), ballot.id()));
        change.send(Outbound.toChannel(
                TAKES_OVER + "/" + ballot.id() + "/" + next,
                round.group().id().channel(),
                () -> LifeMessages.tookOver(fallen, taking, round, by)));
    }
}
