package dev.lectern.ballot;

import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Preference;
import java.time.Duration;

/**
 * How a group votes. A ballot keeps those that it opened with: what a group decides later is for the next one. Impossible
 * rules throw IllegalArgumentException.
 *
 * @param most how many papers one may approve of; 0 for as many as one likes, and with every other method
 * @param quorum how many people must vote for the result to hold; 0 for any
 * @param additions whether members may put one more paper on an open ballot, until its first half is over
 * @param endsEarly whether a ballot ends once every member has voted
 * @param reminds whether those who have not voted are reminded, once
 */
public record VotingRules(
        Method method,
        Secrecy secrecy,
        TallyShown tally,
        int most,
        int quorum,
        boolean additions,
        boolean endsEarly,
        boolean reminds) {
    public static final int MOST_QUORUM = 1000;
    /** Time to think again for whoever votes last, where a ballot then ends. */
    static final Duration BEFORE_EARLY_END = Duration.ofMinutes(1);

    /** What a group starts with, and what every ballot had before groups could choose. */
    public static final VotingRules DEFAULT =
            new VotingRules(Method.APPROVAL, Secrecy.OPEN, TallyShown.LIVE, 0, 0, true, false, true);

    public VotingRules {
        if (most < 0 || most > Ballot.MOST_CANDIDATES || most > 0 && method != Method.APPROVAL) {
            throw new IllegalArgumentException(most + " votes a person with " + method);
        }
        if (quorum < 0 || quorum > MOST_QUORUM) {
            throw new IllegalArgumentException("a quorum of " + quorum);
        }
    }

    /** How many papers one may approve of; 0 for as many as one likes. */
    int mostApprovals() {
        return method == Method.PLURALITY ? 1 : most;
    }

    /** Whether this is the kind of vote that the method asks for; everybody may abstain. */
    boolean takes(Vote vote) {
        return vote instanceof Vote.Abstains
                || switch (method) {
                    case APPROVAL, PLURALITY -> vote instanceof Vote.Approves;
                    case SCORE, STAR -> vote instanceof Vote.Scores;
                    case INSTANT_RUNOFF, SCHULZE, BORDA -> vote instanceof Vote.Ranks;
                };
    }

    /** Whether a tap on a button beside a paper is a vote for it. */
    boolean takesTaps() {
        return method == Method.APPROVAL || method == Method.PLURALITY;
    }

    /** Whether one gives each paper stars. */
    boolean scores() {
        return method.asks() == Preference.Kind.SCORES;
    }

    /** Whether one puts the papers in an order. */
    boolean ranks() {
        return method.asks() == Preference.Kind.RANKING;
    }

    /** Whether everybody may know at any time how many taps each paper has. */
    boolean countsTapsInTheOpen() {
        return takesTaps() && tally == TallyShown.LIVE;
    }

    /** Whether everybody may know while it is open who voted how. */
    boolean namesInTheOpen() {
        return secrecy == Secrecy.OPEN && tally == TallyShown.LIVE;
    }

    public VotingRules with(Method other) {
        return new VotingRules(
                other, secrecy, tally, other == Method.APPROVAL ? most : 0, quorum, additions, endsEarly, reminds);
    }

    public VotingRules with(Secrecy other) {
        return new VotingRules(method, other, tally, most, quorum, additions, endsEarly, reminds);
    }

    public VotingRules with(TallyShown other) {
        return new VotingRules(method, secrecy, other, most, quorum, additions, endsEarly, reminds);
    }
}
