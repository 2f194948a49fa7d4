package dev.lectern.slack;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.lectern.slack.socket.Hearing;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes over sockets goes where what comes over HTTP goes. Any thread. */
public final class SocketRequests implements Hearing {
    private static final Logger log = LoggerFactory.getLogger(SocketRequests.class);
    private static final int BROKEN = 500;

    private final SlackApp app;

    public SocketRequests(SlackApp app) {
        this.app = app;
    }

    @Override
    public Heard hear(String payload) {
        try {
            Response response = app.handle(HttpRequest.builder()
                    .socketMode(true)
                    .requestUri("")
                    .remoteAddress("")
                    .queryString(Map.of())
                    .requestBody(payload)
                    .headers(new RequestHeaders(Map.of()))
                    .build());
            // What is none of ours does not become ours by coming again.
            return new Heard(response.getStatusCode() < BROKEN, answer(response));
        } catch (Exception e) {
            log.error("an envelope failed", e);
            return new Heard(false, Optional.empty());
        }
    }

    private static Optional<String> answer(Response response) {
        return Optional.ofNullable(response.getBody())
                .filter(body -> !body.isBlank()
                        && response.getContentType() != null
                        && response.getContentType().startsWith("application/json"));
    }
}
