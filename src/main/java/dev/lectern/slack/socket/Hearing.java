package dev.lectern.slack.socket;

import java.util.Optional;

/** Whoever answers what Slack sends. Any thread may ask, and several at once. */
@FunctionalInterface
public interface Hearing {
    /**
     * What became of a request.
     *
     * @param taken whether it is done with; otherwise Slack is to bring it again
     * @param answer what Slack is answered, as JSON; empty for a mere acknowledgement
     */
    record Heard(boolean taken, Optional<String> answer) {}

    /** @param payload JSON, as the same request has it over HTTP */
    Heard hear(String payload);
}
