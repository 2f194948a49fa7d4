package dev.lectern.slack;

import java.time.Duration;
import java.util.Optional;

/**
 * A call to Slack that did not succeed.
 *
 * <p>{@code code} is Slack's error code, or {@code unreachable} or {@code http_NNN}. {@code unknown} says that the
 * call may have had its effect all the same, since no answer came.
 */
public final class SlackFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Optional<Duration> retryAfter;
    private final boolean unknown;

    SlackFailure(String method, String code, Optional<Duration> retryAfter, boolean unknown) {
        super(method + ": " + code);
        this.code = code;
        this.retryAfter = retryAfter;
        this.unknown = unknown;
    }

    public String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean unknown() {
        return unknown;
    }
}
