package dev.lectern.ballot;

import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingFeature;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A ballot's life: it opens on the backlog, closes at its deadline, and its winner is what the meeting reads. */
final class BallotSteps {
    static final String OPEN = "ballot.open";
    static final String CLOSE = "ballot.close";
    static final String DRAWING = "ballot";
    static final String WAIT = "ballot.wait";
    static final String NONE = "ballot.none";
    static final String RESULT = "ballot.result";
    /** On a phone, more than ten is a list nobody reads to its end. */
    static final int CANDIDATES = 10;

    private static final Duration ON_TIME = Duration.ofHours(1);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final MeetingFeature meeting;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final PaperStore papers;
    private final BallotMessages messages;
    private final ResultMessages results;
    private final VotingRulesStore rules;
    private final Supplier<String> secrets;

    /** @param secrets a new one each time, which nobody can guess */
    BallotSteps(
            GroupStore groups,
            MeetingStore meetings,
            MeetingFeature meeting,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            BallotMessages messages,
            ResultMessages results,
            VotingRulesStore rules,
            Supplier<String> secrets) {
        this.groups = groups;
        this.meetings = meetings;
        this.meeting = meeting;
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.papers = papers;
        this.messages = messages;
        this.results = results;
        this.rules = rules;
        this.secrets = secrets;
    }

    /** What a step found to work on. */
    private record Round(Group group, Meeting meeting) {}

    private Optional<Round> round(Step step, Change change) {
        return groups.find(change.group())
                .flatMap(group -> meetings.find(group.id(), MeetingId.parse(step.key()))
                        .filter(found -> found.state() == MeetingState.PLANNED
                                && found.paper().isEmpty())
                        .map(found -> new Round(group, found)));
    }

    void open(Step step, Change change) {
        round(step, change).ifPresent(round -> {
            Instant closes = MeetingPlanner.timeline(
                            round.group(), round.meeting().start())
                    .ballotCloses();
            List<Nomination> candidates = candidates(change);
            if (ballots.find(change.group(), BallotId.of(round.meeting().id())).isPresent()
                    || !closes.isAfter(change.now())) {
                return;
            }
            if (candidates.size() >= Ballot.FEWEST_CANDIDATES) {
                open(change, round.group(), round.meeting(), candidates, closes, rules.of(change.group()));
            } else if (step.at().plus(ON_TIME).isAfter(change.now())) {
                Message waiting = messages.waiting(candidates.size(), round.group(), round.meeting());
                change.send(post(WAIT, round, waiting).notTwice());
            }
        });
    }

    /** Opens a meeting's ballot; there must be two candidates. */
    void open(
            Change change,
            Group group,
            Meeting forMeeting,
            List<Nomination> candidates,
            Instant closes,
            VotingRules by) {
        Ballot ballot = Ballot.open(
                BallotId.of(forMeeting.id()), forMeeting.id(), candidates, change.now(), closes, by, secrets.get());
        ballots.open(change, ballot, secrets.get());
        change.schedule(new Step(CLOSE, forMeeting.id().value(), closes));
        change.send(redraw(group, ballot.id()));
    }

    /** The backlog without what is on another ballot just now. */
    List<Nomination> candidates(Change change) {
        Set<PaperId> elsewhere = ballots.open(change.group()).stream()
                .flatMap(ballot -> ballot.candidates().stream().map(Nomination::paper))
                .collect(Collectors.toSet());
        return backlogs.find(change.group()).nominations().stream()
                .filter(nomination -> !elsewhere.contains(nomination.paper()))
                .limit(CANDIDATES)
                .toList();
    }

    void close(Step step, Change change) {
        round(step, change).ifPresent(round -> {
            Optional<Ballot> ballot = ballots.find(
                            change.group(), BallotId.of(round.meeting().id()))
                    .filter(found -> found.state() == BallotState.OPEN);
            if (ballot.isPresent()) {
                count(change, round, ballot.get());
            } else {
                withoutBallot(change, round);
            }
        });
    }

    private void count(Change change, Round round, Ballot ballot) {
        Votes votes = ballots.votes(change.group(), ballot.id());
        boolean holds = votes.turnout() >= ballot.rules().quorum();
        Outcome outcome = Counting.count(ballot, votes);
        Optional<PaperId> winner =
                Optional.of(outcome.winner()).map(PaperId::parse).filter(paper -> holds);
        Ballot closed = ballot.closed(
                Counting.verdict(ballot, votes, winner, round.group().members().size()));
        ballots.end(change, closed);
        change.send(redraw(round.group(), ballot.id()));
        if (winner.isEmpty()) {
            say(change, RESULT, round, results.noQuorum(closed, votes, round.group(), round.meeting()));
            return;
        }
        Paper paper = paper(winner.get());
        read(
                change,
                round,
                paper.id(),
                ballot.unopposed()
                        ? results.unopposed(paper, round.group(), round.meeting())
                        : results.winner(outcome, paper, round.group(), round.meeting()));
    }

    private void withoutBallot(Change change, Round round) {
        List<Nomination> candidates = candidates(change);
        if (candidates.isEmpty()) {
            say(change, NONE, round, results.noPaper(round.group(), round.meeting()));
            return;
        }
        PaperId only = candidates.get(0).paper();
        read(change, round, only, results.unopposed(paper(only), round.group(), round.meeting()));
    }

    private void read(Change change, Round round, PaperId paper, Message announcement) {
        backlogs.save(change, backlogs.find(change.group()).remove(paper));
        meeting.choose(change, round.meeting(), paper);
        say(change, RESULT, round, announcement);
    }

    private Paper paper(PaperId id) {
        return papers.find(id).orElseThrow(() -> new IllegalStateException("the paper " + id + " is gone"));
    }

    private static void say(Change change, String what, Round round, Message message) {
        change.send(post(what, round, message));
    }

    private static Outgoing.Post post(String what, Round round, Message message) {
        return Outbound.toChannel(
                what + "/" + round.meeting().id(), round.group().id().channel(), message);
    }

    static Outgoing redraw(Group group, BallotId ballot) {
        return Outbound.shownIn(group.id().channel(), DRAWING, ballot.value());
    }
}
