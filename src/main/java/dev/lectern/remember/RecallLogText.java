package dev.lectern.remember;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Setting;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the group's log says what it keeps of how often something comes back. */
public final class RecallLogText {
    /** Mrkdwn, in the language that is spoken; IllegalArgumentException for what is no such value. */
    public static final Map<Setting, UnaryOperator<String>> WORDS =
            Map.of(Setting.RECALL, value -> line(RecallMessages.label(Pace.valueOf(value))));

    private RecallLogText() {}
}
