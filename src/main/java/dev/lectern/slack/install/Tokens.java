package dev.lectern.slack.install;

import java.time.Instant;
import java.util.Optional;

/**
 * What lets Lectern into a workspace.
 *
 * @param renewal how the bot token is renewed; empty for one that does not expire
 */
public record Tokens(String bot, Optional<Renewal> renewal) {
    /**
     * @param token good for one renewal
     * @param expiresAt until when the bot token is good
     */
    public record Renewal(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Renewal[" + expiresAt + "]";
        }
    }

    @Override
    public String toString() {
        return "Tokens[" + renewal + "]";
    }
}
