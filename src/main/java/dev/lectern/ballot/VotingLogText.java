package dev.lectern.ballot;

import dev.lectern.ballot.count.Method;
import dev.lectern.group.Setting;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the group's log says what it keeps of how the group votes. */
public final class VotingLogText {
    /** Mrkdwn, in the language that is spoken; IllegalArgumentException for what is no such value. */
    public static final Map<Setting, UnaryOperator<String>> WORDS = Map.of(
            Setting.VOTING_METHOD, VotingLogText::method,
            Setting.SECRECY, value -> VotingRulesText.of(Secrecy.valueOf(value)),
            Setting.TALLY_SHOWN, value -> VotingRulesText.of(TallyShown.valueOf(value)));

    private VotingLogText() {}

    private static String method(String word) {
        return Method.of(word)
                .map(Method::label)
                .orElseThrow(() -> new IllegalArgumentException("no method of ours: " + word));
    }
}
