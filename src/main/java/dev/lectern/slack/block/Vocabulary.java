package dev.lectern.slack.block;

import java.util.Arrays;
import java.util.Optional;

/** Which blocks a workspace knows; the newest kinds first, so that each constant knows less than the one before it. */
public enum Vocabulary {
    NEWEST,
    /** Cards and carousels, which are older than charts. */
    WITHOUT_CHARTS,
    CLASSIC;

    /** The same content in the blocks that are known, fitting into Slack's limits. */
    public Message of(Message message) {
        return switch (this) {
            case NEWEST -> message;
            case WITHOUT_CHARTS -> ClassicFallback.withoutCharts(message);
            case CLASSIC -> ClassicFallback.of(message);
        };
    }

    /** The first that knows less and for which this message is another one; empty where there is none. */
    public Optional<Vocabulary> lessFor(Message message) {
        Message said = of(message);
        return Arrays.stream(values())
                .filter(less -> less.compareTo(this) > 0 && !less.of(message).equals(said))
                .findFirst();
    }
}
