package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPaperSteps;
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

    /** What would take over from the first paper that the meeting reads now; empty where nothing can. */
    Optional<PaperId> next(ForMeeting round, Ballot ballot) {
        return round.meeting()
                .paper()
                .flatMap(fallen -> RunnerUp.after(fallen, order(round, ballot), paper -> canBeRead(round, paper)));
    }

    private List<PaperId> order(ForMeeting round, Ballot ballot) {
        Votes votes = stores.ballots().votes(round.group().id(), ballot.id());
        return Counting.papers(Counting.count(ballot, votes).order());
    }

    private boolean canBeRead(ForMeeting round, PaperId paper) {
        return !stores.isWithdrawn(paper) && !stores.isSettled(round.group().id(), paper);
    }

    void check(Step step, Change change) {
        stores.planned(change.group(), MeetingId.parse(step.key())).ifPresent(round -> check(change, round));
    }

    private void check(Change change, ForMeeting round) {
        List<PaperId> read = round.meeting().papers();
        List<PaperId> fallen = read.stream().filter(stores::isWithdrawn).toList();
        if (fallen.isEmpty()) {
            return;
        }
        Optional<Ballot> ballot = stores.decided(change.group(), round.meeting());
        RunnerUp.Replaced replaced = RunnerUp.replaced(
                read,
                fallen::contains,
                ballot.map(decided -> order(round, decided)).orElse(List.of()),
                paper -> canBeRead(round, paper));
        if (replaced.papers().isEmpty()) {
            dropAll(change, round, fallen);
        } else {
            replace(change, round, ballot, replaced);
            fallen.forEach(paper -> tell(change, round, ballot, paper, replaced));
        }
    }

    private void dropAll(Change change, ForMeeting round, List<PaperId> fallen) {
        meeting.drop(change, round.meeting());
        change.send(Outbound.toChannel(
                TAKES_OVER + "/" + round.meeting().id() + "/none/" + fallen.get(0),
                round.group().id().channel(),
                () -> LifeMessages.nothingLeft(
                        fallen.stream().map(stores::paper).toList(), round)));
    }

    private void replace(Change change, ForMeeting round, Optional<Ballot> ballot, RunnerUp.Replaced replaced) {
        ballot.ifPresent(decided -> {
            stores.ballots().save(change, decided.wonBy(replaced.papers().get(0)));
            change.send(BallotSteps.redraw(round.group(), decided.id()));
        });
        Backlog backlog = stores.backlogs().find(change.group());
        for (PaperId taking : replaced.takers().values()) {
            backlog = backlog.remove(taking);
        }
        stores.backlogs().save(change, backlog);
        meeting.choose(change, round.meeting(), replaced.papers());
    }

    private void tell(
            Change change, ForMeeting round, Optional<Ballot> ballot, PaperId fallen, RunnerUp.Replaced replaced) {
        Optional<PaperId> taking = Optional.ofNullable(replaced.takers().get(fallen));
        if (taking.isPresent() && ballot.isPresent()) {
            tookOver(change, round, ballot.get(), fallen, taking.get(), Optional.empty());
            return;
        }
        change.send(Outbound.toMember(
                TAKES_OVER + "/" + round.meeting().id() + "/less/" + fallen,
                round.group().organizer(),
                () -> LifeMessages.oneLess(
                        stores.paper(fallen),
                        replaced.papers().stream().map(stores::paper).toList(),
                        round)));
    }

    /** What the organizer says cannot be read is replaced, in its place; all else that the meeting reads stays. */
    void takeOver(Change change, ForMeeting round, Ballot ballot, PaperId next, UserId by) {
        PaperId fallen = round.meeting().paper().orElseThrow();
        stores.ballots()
                .save(
                        change,
                        ballot.wonBy(next)
                                .noting(BallotEvent.of(BallotEvent.Kind.RUNNER_UP, by, change.now())
                                        .about(next)));
        stores.backlogs()
                .save(
                        change,
                        stores.backlogs().find(change.group()).remove(fallen).remove(next));
        meeting.choose(change, round.meeting(), next);
        change.send(BallotSteps.redraw(round.group(), ballot.id()));
        tookOver(change, round, ballot, fallen, next, Optional.of(by));
    }

    /** @param by who decided that; empty where the paper was withdrawn */
    private void tookOver(
            Change change, ForMeeting round, Ballot ballot, PaperId fallen, PaperId taking, Optional<UserId> by) {
        change.send(Outbound.toChannel(
                TAKES_OVER + "/" + ballot.id() + "/" + taking,
                round.group().id().channel(),
                () -> LifeMessages.tookOver(stores.paper(fallen), stores.paper(taking), round, by)));
    }
}
