package dev.lectern.ballot;

import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question put to a group: which of these papers at that meeting? Immutable; an invalid one throws
 * IllegalArgumentException. Its rules are those it opened with, for good.
 *
 * @param candidates earliest nomination first, whatever order they are given in; 2 to 20, no paper twice. Where all of
 *     them turn out to be one paper while the ballot is open, that one is left, and wins.
 * @param opens from this instant on a vote counts
 * @param closes from this instant on it no longer does
 * @param seed of the lot that breaks the last ties, announced when the ballot opens
 * @param trace what people did to the ballot, earliest first
 * @param verdict of a ballot that is closed; empty also where it was closed before verdicts were kept
 */
@Shape(version = 2, from = BallotBeforeMethods.class)
public record Ballot(
        BallotId id,
        MeetingId meeting,
        List<Nomination> candidates,
        Instant opens,
        Instant closes,
        BallotState state,
        VotingRules rules,
        String seed,
        List<BallotEvent> trace,
        Optional<Verdict> verdict) {
    public static final int FEWEST_CANDIDATES = 2;
    /** Two blocks a candidate and some around them stay below Slack's 50 a message. */
    public static final int MOST_CANDIDATES = 20;

    public Ballot {
        candidates = candidates.stream().sorted(Nomination.EARLIEST_FIRST).toList();
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            throw new IllegalArgumentException("ballot " + id + " with " + candidates.size() + " papers");
        }
        if (candidates.stream().map(Nomination::paper).distinct().count() < candidates.size()) {
            throw new IllegalArgumentException("ballot " + id + " has a paper twice");
        }
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("ballot " + id + " closes at " + closes + ", opens at " + opens);
        }
        trace = List.copyOf(trace);
    }

    /** A ballot that can be voted on; the candidates usually come from {@link Candidates}. */
    public static Ballot open(
            BallotId id,
            MeetingId meeting,
            List<Nomination> candidates,
            Instant opens,
            Instant closes,
            VotingRules rules,
            String seed) {
        if (candidates.size() < FEWEST_CANDIDATES) {
            throw new IllegalArgumentException("ballot " + id + " with " + candidates.size() + " papers");
        }
        return new Ballot(
                id, meeting, candidates, opens, closes, BallotState.OPEN, rules, seed, List.of(), Optional.empty());
    }

    /** Whether a vote at this instant counts: neither ended nor called off, and within {@code [opens, closes)}. */
    public boolean takesVotesAt(Instant now) {
        return state == BallotState.OPEN && !now.isBefore(opens) && now.isBefore(closes);
    }

    public boolean offers(PaperId paper) {
        return candidates.stream().anyMatch(candidate -> candidate.paper().equals(paper));
    }

    /** Without this paper; empty where fewer than two would remain. */
    public Optional<Ballot> without(PaperId paper) {
        List<Nomination> rest = candidates.stream()
                .filter(candidate -> !candidate.paper().equals(paper))
                .toList();
        return rest.size() < FEWEST_CANDIDATES ? Optional.empty() : Optional.of(with(rest));
    }

    /** With each paper under the id by which it is known now, once. */
    Ballot knownAs(Map<PaperId, PaperId> canonical) {
        return new Ballot(
                id,
                meeting,
                Nomination.knownAs(canonical, candidates),
                opens,
                closes,
                state,
                rules,
                seed,
                trace,
                verdict.map(ended -> ended.knownAs(canonical)));
    }

    /** With one more paper; the same ballot where it is there already. */
    public Ballot adding(Nomination nomination) {
        return offers(nomination.paper())
                ? this
                : with(Stream.concat(candidates.stream(), Stream.of(nomination)).toList());
    }

    private Ballot with(List<Nomination> others) {
        return new Ballot(id, meeting, others, opens, closes, state, rules, seed, trace, verdict);
    }

    /** With those of its papers alone that can still be read; empty where none can. */
    Optional<Ballot> among(Predicate<PaperId> readable) {
        List<Nomination> rest = candidates.stream()
                .filter(candidate -> readable.test(candidate.paper()))
                .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(with(rest));
    }

    /** Of a ballot that is closed: this paper is read in place of the one that won. */
    Ballot wonBy(PaperId runnerUp) {
        return new Ballot(
                id,
                meeting,
                candidates,
                opens,
                closes,
                state,
                rules,
                seed,
                trace,
                verdict.map(ended -> ended.wonBy(runnerUp)));
    }

    /** With another deadline, after its opening. */
    public Ballot closingAt(Instant deadline) {
        return new Ballot(id, meeting, candidates, opens, deadline, state, rules, seed, trace, verdict);
    }

    /** With what somebody did to it. */
    public Ballot noting(BallotEvent event) {
        List<BallotEvent> events =
                Stream.concat(trace.stream(), Stream.of(event)).toList();
        return new Ballot(id, meeting, candidates, opens, closes, state, rules, seed, events, verdict);
    }

    /** Until when members may add a paper, where they may: half of the time that it was opened for. */
    public Instant additionsUntil() {
        return opens.plus(Duration.between(opens, closes).dividedBy(2));
    }

    /** Whether its papers turned out to be one. */
    public boolean unopposed() {
        return candidates.size() == 1;
    }

    /** Ended so. A ballot that is closed or cancelled stays what it is, so that a repeated step changes nothing. */
    public Ballot closed(Verdict how) {
        return become(BallotState.CLOSED, Optional.of(how));
    }

    /** Called off. A ballot that is closed or cancelled stays what it is. */
    public Ballot cancelled() {
        return become(BallotState.CANCELLED, Optional.empty());
    }

    private Ballot become(BallotState next, Optional<Verdict> how) {
        return state == BallotState.OPEN
                ? new Ballot(id, meeting, candidates, opens, closes, next, rules, seed, trace, how)
                : this;
    }
}
