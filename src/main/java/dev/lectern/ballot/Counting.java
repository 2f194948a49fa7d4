package dev.lectern.ballot;

import dev.lectern.ballot.count.Alternatives;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Profile;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts a ballot by its own method: papers as alternatives, in the order of their nomination. */
public final class Counting {
    private Counting() {}

    /**
     * Votes for papers that are not on the ballot count as blank ones; whoever voted for nothing else came all the same. A
     * vote of a kind that the method does not take is left out.
     */
    public static Outcome count(Ballot ballot, Votes votes) {
        return ballot.rules().method().count(profile(ballot, votes), ballot.seed());
    }

    /**
     * Without the votes of a kind that the ballot's method does not take. None is ever cast; what somebody wrote into Redis
     * must not keep the others' votes from being counted.
     */
    static Votes countable(Ballot ballot, Votes votes) {
        return votes.only(ballot.rules()::takes);
    }

    /** Everything that is counted, without names. */
    static Profile profile(Ballot ballot, Votes votes) {
        Map<String, Instant> nominated = new LinkedHashMap<>();
        ballot.candidates().forEach(candidate -> nominated.put(candidate.paper().value(), candidate.at()));
        return Profile.of(
                Alternatives.byMoment(nominated),
                countable(ballot, votes).byVoter().values().stream()
                        .map(vote -> vote.only(ballot::offers))
                        .map(vote -> vote.isEmpty() ? new Vote.Abstains() : vote)
                        .map(vote -> vote.counted(ballot.rules().method().asks()))
                        .toList());
    }

    /** What is kept of a ballot that ends so: {@code read} is what the group reads by it. */
    static Verdict verdict(Ballot ballot, Votes votes, Optional<PaperId> read, int members) {
        Votes counted = countable(ballot, votes);
        return new Verdict(
                read,
                count(ballot, counted).ranking().stream().map(Counting::papers).toList(),
                support(ballot, counted),
                counted.turnout(),
                members,
                Optional.of(votes.turnout() - counted.turnout()).filter(left -> left > 0));
    }

    /** What part of those who voted would like to read each paper, from 0 to 1. */
    static Map<PaperId, Double> support(Ballot ballot, Votes votes) {
        Map<PaperId, Double> support = new HashMap<>();
        for (Nomination candidate : ballot.candidates()) {
            long liking = votes.byVoter().values().stream()
                    .filter(vote -> vote.liked().contains(candidate.paper()))
                    .count();
            support.put(candidate.paper(), votes.turnout() == 0 ? 0 : (double) liking / votes.turnout());
        }
        return support;
    }

    static List<PaperId> papers(Collection<String> alternatives) {
        return alternatives.stream().map(PaperId::parse).toList();
    }
}
