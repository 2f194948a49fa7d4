package dev.lectern.ballot;

/** How a group votes, in words that need no escaping. */
final class VotingRulesText {
    private VotingRulesText() {}

    /** On one line, such as {@code Schulze, secret, tally at the close, quorum of 3, …}. */
    static String line(VotingRules rules) {
        return String.join(
                ", ",
                rules.method().label()
                        + (rules.most() == 0
                                ? ""
                                : " of up to " + (rules.most() == 1 ? "1 paper" : rules.most() + " papers")),
                of(rules.secrecy()),
                of(rules.tally()),
                rules.quorum() == 0 ? "no quorum" : "quorum of " + rules.quorum(),
                rules.additions() ? "members may add papers" : "members add no papers",
                rules.endsEarly() ? "ends when all have voted" : "ends at its deadline",
                rules.reminds() ? "one reminder" : "no reminder");
    }

    static String of(Secrecy secrecy) {
        return switch (secrecy) {
            case OPEN -> "open";
            case ANONYMOUS -> "anonymous";
            case SECRET -> "secret";
        };
    }

    static String of(TallyShown tally) {
        return switch (tally) {
            case LIVE -> "tally seen live";
            case AFTER_VOTING -> "tally seen after voting";
            case AT_CLOSE -> "tally seen at the close";
        };
    }

    /** One sentence on who can know how somebody voted. */
    static String explained(Secrecy secrecy) {
        return switch (secrecy) {
            case OPEN -> "Open: names stand beside the papers";
            case ANONYMOUS -> "Anonymous: no names; whoever runs Lectern could look";
            case SECRET -> "Secret: nobody can tell once the vote is closed";
        };
    }

    static String explained(TallyShown tally) {
        return switch (tally) {
            case LIVE -> "Live, in the channel";
            case AFTER_VOTING -> "To whoever has voted; to all at the close";
            case AT_CLOSE -> "At the close";
        };
    }
}
