package dev.lectern.ballot;

import dev.lectern.text.Texts;

/** How a group votes, in words that need no escaping. */
final class VotingRulesText {
    private static final Texts TEXTS = Texts.of(VotingRulesText.class);

    private VotingRulesText() {}

    /** On one line, such as {@code Schulze, secret, tally at the close, quorum of 3, …}. */
    static String line(VotingRules rules) {
        return TEXTS.say(
                "how.line",
                "method",
                method(rules),
                "secrecy",
                of(rules.secrecy()),
                "tally",
                of(rules.tally()),
                "quorum",
                TEXTS.say("how.line.quorum", "quorum", rules.quorum()),
                "additions",
                TEXTS.say(rules.additions() ? "how.line.additions" : "how.line.no-additions"),
                "ends",
                TEXTS.say(rules.endsEarly() ? "how.line.ends-early" : "how.line.ends-late"),
                "reminders",
                TEXTS.say(rules.reminds() ? "how.line.reminds" : "how.line.no-reminder"));
    }

    private static String method(VotingRules rules) {
        String method = rules.method().label();
        return rules.most() == 0 ? method : TEXTS.say("how.line.most", "method", method, "most", rules.most());
    }

    static String of(Secrecy secrecy) {
        return switch (secrecy) {
            case OPEN -> TEXTS.say("how.secrecy.open");
            case ANONYMOUS -> TEXTS.say("how.secrecy.anonymous");
            case SECRET -> TEXTS.say("how.secrecy.secret");
        };
    }

    static String of(TallyShown tally) {
        return switch (tally) {
            case LIVE -> TEXTS.say("how.tally.live");
            case AFTER_VOTING -> TEXTS.say("how.tally.after-voting");
            case AT_CLOSE -> TEXTS.say("how.tally.at-close");
        };
    }

    /** One sentence on who can know how somebody voted. */
    static String explained(Secrecy secrecy) {
        return switch (secrecy) {
            case OPEN -> TEXTS.say("how.explained.open");
            case ANONYMOUS -> TEXTS.say("how.explained.anonymous");
            case SECRET -> TEXTS.say("how.explained.secret");
        };
    }

    static String explained(TallyShown tally) {
        return switch (tally) {
            case LIVE -> TEXTS.say("how.explained.live");
            case AFTER_VOTING -> TEXTS.say("how.explained.after-voting");
            case AT_CLOSE -> TEXTS.say("how.explained.at-close");
        };
    }
}
