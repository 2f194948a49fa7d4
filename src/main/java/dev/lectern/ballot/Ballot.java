package dev.lectern.ballot;

import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question put to a group: which of these papers at that meeting? Immutable; an invalid one throws
 * IllegalArgumentException.
 *
 * @param candidates earliest nomination first, whatever order they are given in; 2 to 20, no paper twice. Where all of
 *     them turn out to be one paper while the ballot is open, that one is left, and wins.
 * @param opens from this instant on a vote counts
 * @param closes from this instant on it no longer does
 */
public record Ballot(
        BallotId id, MeetingId meeting, List<Nomination> candidates, Instant opens, Instant closes, BallotState state) {
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
    }

    /** A ballot that can be voted on; the candidates usually come from {@link Backlog#candidates}. */
    public static Ballot open(
            BallotId id, MeetingId meeting, List<Nomination> candidates, Instant opens, Instant closes) {
        if (candidates.size() < FEWEST_CANDIDATES) {
            throw new IllegalArgumentException("ballot " + id + " with " + candidates.size() + " papers");
        }
        return new Ballot(id, meeting, candidates, opens, closes, BallotState.OPEN);
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
        return rest.size() < FEWEST_CANDIDATES
                ? Optional.empty()
                : Optional.of(new Ballot(id, meeting, rest, opens, closes, state));
    }

    /** With each paper under the id by which it is known now, once. */
    Ballot knownAs(Map<PaperId, PaperId> canonical) {
        return new Ballot(id, meeting, Nomination.knownAs(canonical, candidates), opens, closes, state);
    }

    /** Whether its papers turned out to be one. */
    public boolean unopposed() {
        return candidates.size() == 1;
    }

    /** Ended. A ballot that is closed or cancelled stays what it is, so that a repeated step changes nothing. */
    public Ballot closed() {
        return become(BallotState.CLOSED);
    }

    /** Called off. A ballot that is closed or cancelled stays what it is. */
    public Ballot cancelled() {
        return become(BallotState.CANCELLED);
    }

    private Ballot become(BallotState next) {
        return state == BallotState.OPEN ? new Ballot(id, meeting, candidates, opens, closes, next) : this;
    }
}
