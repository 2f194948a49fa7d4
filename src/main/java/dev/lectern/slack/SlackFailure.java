package dev.lectern.slack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A call to Slack that did not succeed.
 *
 * <p>{@code code} is Slack's error code, or {@code unreachable}, {@code unreadable} or {@code http_NNN}; or
 * {@code pace}: then it was not made, since Slack's limits leave no room for it now. {@code unknown} says that the call
 * may have had its effect all the same. {@code passing} says that it may well succeed later.
 */
public final class SlackFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Slack says on its methods' pages that a part may have been done before the first two; of the third, nothing. */
    private static final Set<String> HALF_DONE = Set.of("internal_error", "fatal_error", "service_unavailable");

    /** Nothing was done, and the reason goes away: too many calls, a request cut short, a workspace that moves. */
    private static final Set<String> NOT_NOW =
            Set.of("ratelimited", "request_timeout", "team_added_to_org", "org_login_required");

    private static final Set<String> OF_THE_TOKEN =
            Set.of("token_expired", "token_revoked", "invalid_auth", "account_inactive");

    private static final String NOT_INSTALLED = "not_installed";

    /** After that a message is tried again that was on its way when Lectern was taken out of the workspace. */
    private static final Duration ABSENCE = Duration.ofMinutes(1);

    private static final int REQUEST_TIMEOUT = 408;

    private final String method;
    private final String code;
    private final transient Optional<Duration> retryAfter;
    private final boolean unknown;
    private final boolean passing;

    private SlackFailure(String method, String code, Optional<Duration> retryAfter, boolean unknown, boolean passing) {
        super(method + ": " + code);
        this.method = method;
        this.code = code;
        this.retryAfter = retryAfter;
        this.unknown = unknown;
        this.passing = passing;
    }

    /** Slack answered, with an error code. */
    static SlackFailure refused(String method, String code) {
        boolean halfDone = HALF_DONE.contains(code);
        return new SlackFailure(method, code, Optional.empty(), halfDone, halfDone || NOT_NOW.contains(code));
    }

    /** Lectern is not in the workspace now, and so was not asked; it may be again. */
    public static SlackFailure notInstalled() {
        return new SlackFailure("auth.test", NOT_INSTALLED, Optional.of(ABSENCE), false, true);
    }

    /** Whether Slack refused the token, and not the call. */
    boolean isOfTheToken() {
        return OF_THE_TOKEN.contains(code);
    }

    /** Slack says when to come again. */
    static SlackFailure rateLimited(String method, Duration retryAfter) {
        return new SlackFailure(method, "ratelimited", Optional.of(retryAfter), false, true);
    }

    /** Not made: there is no room for the call before that. */
    static SlackFailure paced(String method, Duration wait) {
        return new SlackFailure(method, "pace", Optional.of(wait), false, true);
    }

    /** Slack, or something on the way to it, answered with a status that is no success. */
    static SlackFailure status(String method, int status) {
        boolean broken = status >= 500;
        return new SlackFailure(
                method, "http_" + status, Optional.empty(), broken, broken || status == REQUEST_TIMEOUT);
    }

    /** An answer that is not Slack's. */
    static SlackFailure unreadable(String method) {
        return new SlackFailure(method, "unreadable", Optional.empty(), true, true);
    }

    /** The line broke; only where it was never there it is sure that nothing happened. */
    static SlackFailure unreachable(String method, IOException cause) {
        boolean never = cause instanceof ConnectException || cause instanceof UnknownHostException;
        SlackFailure failure = new SlackFailure(method, "unreachable", Optional.empty(), !never, true);
        failure.initCause(cause);
        return failure;
    }

    /** The same, where it does not matter whether the call had its effect. */
    SlackFailure harmless() {
        SlackFailure same = new SlackFailure(method, code, retryAfter, false, passing);
        same.initCause(this);
        return same;
    }

    /** The method and the code. */
    String reason() {
        return method + ": " + code;
    }

    public String code() {
        return code;
    }

    /** How long Slack asks to wait, where it does. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean unknown() {
        return unknown;
    }

    /** Whether it may well succeed later. */
    public boolean isPassing() {
        return passing;
    }
}
