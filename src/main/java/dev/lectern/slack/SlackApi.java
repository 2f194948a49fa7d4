package dev.lectern.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls to Slack that Lectern makes with a token, by what they are about. Any thread. */
public final class SlackApi implements AutoCloseable {
    private final SlackLine line;
    private final TokenCalls calls;

    /** What to do when Slack does not take a token, or does not any more. */
    @FunctionalInterface
    public interface Renewal {
        /** There is no other token than the one. */
        Renewal NONE = (token, code) -> Optional.empty();

        /**
         * Another token, with which the call is made once more; empty where there is none.
         *
         * @param code what Slack said, such as {@code token_expired}
         */
        Optional<String> after(String token, String code);
    }

    /**
     * On a line of its own.
     *
     * @param apiUrl where Slack's methods are, such as {@code https://slack.com/api/}
     */
    public SlackApi(String apiUrl, String token) {
        this(new SlackLine(apiUrl), token, Renewal.NONE);
    }

    /** On a line that it shares with others, who close it. */
    public static SlackApi of(SlackLine line, String token, Renewal renewal) {
        return new SlackApi(line, token, renewal);
    }

    private SlackApi(SlackLine line, String token, Renewal renewal) {
        this.line = line;
        this.calls = new TokenCalls(line, token, renewal);
    }

    SlackLine line() {
        return line;
    }

    /** From now on calls are made with that token. */
    public void use(String token) {
        calls.use(token);
    }

    MessageCalls messages() {
        return new MessageCalls(calls);
    }

    HistoryCalls history() {
        return new HistoryCalls(calls);
    }

    FileCalls files() {
        return new FileCalls(calls);
    }

    ViewCalls views() {
        return new ViewCalls(calls);
    }

    MemberCalls members() {
        return new MemberCalls(calls);
    }

    AuthTestResponse whoAmI() throws SlackFailure {
        return calls.call("auth.test", methods -> methods.authTest(r -> r));
    }

    /** What the workspace granted the app; empty where Slack does not say. */
    public Optional<Set<String>> scopes() throws SlackFailure {
        return Optional.ofNullable(whoAmI().getHttpResponseHeaders())
                .map(headers -> headers.get("x-oauth-scopes"))
                .map(values -> String.join(",", values))
                .map(text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Where a socket may be opened now, once. Needs an app-level token with {@code connections:write}. */
    public URI socketAddress() throws SlackFailure {
        String method = "apps.connections.open";
        try {
            return URI.create(calls.call(method, methods -> methods.appsConnectionsOpen(r -> r))
                    .getUrl());
        } catch (IllegalArgumentException e) {
            throw SlackFailure.unreadable(method);
        }
    }

    @Override
    public void close() throws Exception {
        line.close();
    }
}
