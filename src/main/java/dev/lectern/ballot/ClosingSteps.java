package dev.lectern.ballot;

import dev.lectern.ballot.count.Outcome;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A ballot's end: at its deadline, once all have voted, or when the organizer says so; the winner is what is read. */
final class ClosingSteps {
    private static final Logger log = LoggerFactory.getLogger(ClosingSteps.class);
    /** Tells the organizer that too few voted. */
    static final String QUORUM = "ballot.quorum";

    private final BallotStores stores;
    private final MeetingPaperSteps meeting;
    private final BallotSteps steps;
    private final ResultMessages results;

    ClosingSteps(BallotStores stores, MeetingPaperSteps meeting, BallotSteps steps, ResultMessages results) {
        this.stores = stores;
        this.meeting = meeting;
        this.steps = steps;
        this.results = results;
    }

    void close(Step step, Change change) {
        stores.planned(change.group(), MeetingId.parse(step.key()))
                .filter(round -> round.meeting().paper().isEmpty())
                .ifPresent(round -> close(change, round));
    }

    private void close(Change change, ForMeeting round) {
        Optional<Ballot> ballot = stores.open(change.group(), round.meeting().id());
        if (ballot.isEmpty()) {
            withoutBallot(change, round);
        } else if (ballot.get().closes().isAfter(change.now())) {
            change.schedule(new Step(
                    BallotSteps.CLOSE,
                    round.meeting().id().value(),
                    ballot.get().closes()));
        } else {
            count(change, round, ballot.get());
        }
    }

    /** Ends a ballot that asks for it, once everybody who is a member by now has voted. */
    void early(Step step, Change change) {
        stores.ballots()
                .find(change.group(), BallotId.parse(step.key()))
                .filter(ballot -> ballot.rules().endsEarly() && ballot.takesVotesAt(change.now()))
                .ifPresent(ballot -> stores.planned(change.group(), ballot.meeting())
                        .filter(round -> stores.ballots()
                                .notVoted(change.group(), ballot, round.group().members())
                                .isEmpty())
                        .ifPresent(round -> end(change, round, ballot)));
    }

    /** Ends an open ballot now, before its deadline. */
    void end(Change change, ForMeeting round, Ballot ballot) {
        Instant ends = change.now().isAfter(ballot.opens())
                ? change.now()
                : ballot.opens().plusMillis(1);
        BallotSteps.unschedule(change, ballot);
        count(change, round, ballot.closingAt(ends));
    }

    /** What was withdrawn meanwhile is left out. */
    private void count(Change change, ForMeeting round, Ballot offered) {
        Optional<Ballot> readable = offered.among(paper -> !stores.isWithdrawn(paper));
        if (readable.isEmpty()) {
            endWithoutPaper(change, round, offered);
            return;
        }
        Ballot ballot = readable.get();
        Votes cast = stores.ballots().votes(change.group(), ballot.id());
        Votes votes = Counting.countable(ballot, cast);
        Outcome outcome = Counting.count(ballot, votes);
        boolean holds = votes.turnout() >= ballot.rules().quorum();
        Optional<PaperId> winner =
                Optional.of(outcome.winner()).map(PaperId::parse).filter(paper -> holds);
        Ballot closed = ballot.closed(
                Counting.verdict(ballot, cast, winner, round.group().members().size()));
        noteLeftOut(change, closed);
        stores.ballots().end(change, closed);
        change.send(BallotSteps.redraw(round.group(), ballot.id()));
        if (holds) {
            readBest(change, round, closed, outcome);
        } else {
            missedQuorum(change, round, closed, votes);
        }
    }

    private void endWithoutPaper(Change change, ForMeeting round, Ballot offered) {
        stores.ballots().end(change, offered.cancelled());
        change.send(BallotSteps.redraw(round.group(), offered.id()));
        say(change, round, offered, () -> results.noPaper(round.group(), round.meeting()));
    }

    private static void noteLeftOut(Change change, Ballot closed) {
        closed.verdict()
                .flatMap(Verdict::leftOut)
                .ifPresent(left -> log.warn(
                        "{}: of ballot {}, {} votes are of a kind that {} does not take, and are left out of the count",
                        change.group(),
                        closed.id(),
                        left,
                        closed.rules().method()));
    }

    /** As many as the meeting has room for. */
    private void readBest(Change change, ForMeeting round, Ballot closed, Outcome outcome) {
        List<Paper> papers = Counting.papers(outcome.order()).stream()
                .limit(meeting.papers(change.group()))
                .map(stores::paper)
                .toList();
        read(
                change,
                round,
                closed,
                papers.stream().map(Paper::id).toList(),
                () -> closed.unopposed()
                        ? results.unopposed(papers.get(0), round.group(), round.meeting())
                        : results.winner(closed.id(), outcome, papers, round.group(), round.meeting()));
    }

    private void missedQuorum(Change change, ForMeeting round, Ballot closed, Votes votes) {
        say(change, round, closed, () -> results.noQuorum(closed, votes, round.group(), round.meeting()));
        change.send(Outbound.toMember(
                QUORUM + "/" + closed.id(),
                round.group().organizer(),
                () -> LifeMessages.missedQuorum(closed, votes, round)));
    }

    private void withoutBallot(Change change, ForMeeting round) {
        List<Nomination> candidates = steps.candidates(change);
        if (candidates.isEmpty()) {
            change.send(
                    BallotSteps.post(BallotSteps.NONE, round, () -> results.noPaper(round.group(), round.meeting())));
            return;
        }
        Paper only = stores.paper(candidates.get(0).paper());
        choose(change, round, List.of(only.id()));
        change.send(BallotSteps.post(
                BallotSteps.RESULT, round, () -> results.unopposed(only, round.group(), round.meeting())));
    }

    private void read(
            Change change, ForMeeting round, Ballot closed, List<PaperId> papers, Supplier<Message> announcement) {
        choose(change, round, papers);
        Instant checked =
                MeetingPlanner.timeline(round.group(), round.meeting().start()).reminder();
        if (checked.isAfter(change.now())) {
            change.schedule(new Step(RunnerUpSteps.CHECK, round.meeting().id().value(), checked));
        }
        say(change, round, closed, announcement);
    }

    private void choose(Change change, ForMeeting round, List<PaperId> papers) {
        Backlog backlog = stores.backlogs().find(change.group());
        for (PaperId paper : papers) {
            backlog = backlog.remove(paper);
        }
        stores.backlogs().save(change, backlog);
        meeting.choose(change, round.meeting(), papers);
    }

    private static void say(Change change, ForMeeting round, Ballot ballot, Supplier<Message> message) {
        change.send(Outbound.toChannel(
                BallotSteps.RESULT + "/" + ballot.id(), round.group().id().channel(), message));
    }
}
