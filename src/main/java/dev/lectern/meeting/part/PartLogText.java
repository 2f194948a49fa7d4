package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Setting;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the group's log says what it keeps of parts. */
public final class PartLogText {
    /** Mrkdwn, in the language that is spoken; IllegalArgumentException for what is no such value. */
    public static final Map<Setting, UnaryOperator<String>> WORDS =
            Map.of(Setting.PARTS, value -> said(PartValue.read(value)));

    private PartLogText() {}

    private static String said(PartValue value) {
        Part part = value.part();
        String name = line(part.name()) + (value.count() == 1 ? "" : " (" + value.count() + ")");
        return part.ownPrompt().map(prompt -> name + ": " + line(prompt)).orElse(name);
    }
}
