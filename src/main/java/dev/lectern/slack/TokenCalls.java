package dev.lectern.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Calls to Slack with a token, and with the next one where Slack does not take it any more. Any thread. */
final class TokenCalls {
    private static final int TOO_MANY_REQUESTS = 429;

    private final SlackLine line;
    private final SlackApi.Renewal renewal;
    private volatile Session session;

    /** The token that calls are made with, and what they are made on. */
    private record Session(String token, MethodsClient methods) {}

    @FunctionalInterface
    interface Call<T> {
        T make(MethodsClient methods) throws IOException, SlackApiException;
    }

    TokenCalls(SlackLine line, String token, SlackApi.Renewal renewal) {
        this.line = line;
        this.renewal = renewal;
        this.session = session(token);
    }

    private Session session(String token) {
        return new Session(token, line.slack().methods(token));
    }

    /** For what is no method of Slack's, and needs no token. */
    SlackLine line() {
        return line;
    }

    /** From now on calls are made with that token. */
    void use(String token) {
        if (!session.token().equals(token)) {
            session = session(token);
        }
    }

    /** Made once more where Slack did not take the token and there is another one. */
    <T extends SlackApiTextResponse> T call(String method, Call<T> call) throws SlackFailure {
        Session before = session;
        try {
            return made(method, before.methods(), call);
        } catch (SlackFailure refused) {
            Optional<String> other =
                    refused.isOfTheToken() ? renewal.after(before.token(), refused.code()) : Optional.empty();
            if (other.isEmpty()) {
                throw refused;
            }
            use(other.get());
            return made(method, session.methods(), call);
        }
    }

    /** Made once; an answer that is no success is thrown. */
    static <T extends SlackApiTextResponse> T made(String method, MethodsClient methods, Call<T> call)
            throws SlackFailure {
        try {
            T answer = call.make(methods);
            if (answer == null) {
                throw SlackFailure.unreadable(method);
            }
            if (!answer.isOk()) {
                throw SlackFailure.refused(method, Objects.requireNonNullElse(answer.getError(), "unknown"));
            }
            return answer;
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            throw status == TOO_MANY_REQUESTS
                    ? SlackFailure.rateLimited(method, retryAfter(e))
                    : SlackFailure.status(method, status);
        } catch (JsonParseException e) {
            throw SlackFailure.unreadable(method);
        } catch (IOException e) {
            throw SlackFailure.unreachable(method, e);
        }
    }

    private static Duration retryAfter(SlackApiException e) {
        String seconds = e.getResponse().header("Retry-After", "1");
        return Duration.ofSeconds(seconds.matches("\\d{1,6}") ? Math.max(1, Long.parseLong(seconds)) : 1);
    }
}
