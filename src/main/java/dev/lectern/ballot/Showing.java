package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a paper came out of one ballot that is closed.
 *
 * @param at when the ballot closed
 * @param liking how many of those who voted would like to read it
 * @param voters how many voted; none as well where the ballot closed before verdicts were kept, which says nothing
 * @param result what the ballot decided about it
 */
public record Showing(Instant at, int liking, int voters, Result result) {
    /** What a ballot decided about one of its papers. */
    public enum Result {
        WON,
        /** Somebody voted, and another paper won. */
        LOST,
        /** Nobody voted, or too few, or no verdict was kept: nothing was said against the paper. */
        UNDECIDED
    }

    public Showing {
        if (liking < 0 || liking > voters) {
            throw new IllegalArgumentException(liking + " of " + voters);
        }
    }

    /** Those of a paper, earliest first. Ballots that are open or called off say nothing. */
    static List<Showing> of(PaperId paper, Collection<Ballot> ballots) {
        return ballots.stream()
                .filter(ballot -> ballot.state() == BallotState.CLOSED && ballot.offers(paper))
                .sorted(Comparator.comparing(Ballot::closes).thenComparing(Ballot::id))
                .map(ballot -> of(paper, ballot))
                .toList();
    }

    private static Showing of(PaperId paper, Ballot ballot) {
        Optional<Verdict> verdict = ballot.verdict();
        int voters = verdict.map(Verdict::turnout).orElse(0);
        double part = verdict.map(Verdict::support)
                .map(support -> support.getOrDefault(paper, 0.0))
                .orElse(0.0);
        return new Showing(ballot.closes(), (int) Math.round(part * voters), voters, result(paper, voters, verdict));
    }

    private static Result result(PaperId paper, int voters, Optional<Verdict> verdict) {
        return verdict.flatMap(Verdict::winner)
                .map(winner -> winner.equals(paper) ? Result.WON : voters == 0 ? Result.UNDECIDED : Result.LOST)
                .orElse(Result.UNDECIDED);
    }
}
