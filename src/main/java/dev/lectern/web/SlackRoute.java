package dev.lectern.web;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.lectern.slack.SlackApp;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /slack/events}: all that Slack sends over HTTP. What Slack did not sign is refused. */
public final class SlackRoute {
    static final String PATH = "/slack/events";

    private static final Logger log = LoggerFactory.getLogger(SlackRoute.class);

    private final RequestGuard guard;
    private final SlackApp slack;

    /** @param signingSecret by which Slack's requests are known */
    public SlackRoute(String signingSecret, Clock clock, SlackApp slack) {
        this.guard = new RequestGuard(signingSecret, clock);
        this.slack = slack;
    }

    void answer(Context context) throws Exception {
        byte[] body = context.bodyAsBytes();
        if (!guard.admits(context.header("X-Slack-Request-Timestamp"), context.header("X-Slack-Signature"), body)) {
            log.warn("refused a request that Slack did not sign");
            context.status(401).result("");
            return;
        }
        send(context, slack.handle(request(context)));
    }

    private static HttpRequest request(Context context) {
        return HttpRequest.builder()
                .requestUri(context.path())
                .queryString(context.queryParamMap())
                .requestBody(context.body())
                .headers(new RequestHeaders(headers(context)))
                .remoteAddress(context.ip())
                .build();
    }

    private static Map<String, List<String>> headers(Context context) {
        return context.headerMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    private static void send(Context context, Response response) {
        context.status(response.getStatusCode());
        response.getHeaders().forEach((name, values) -> values.forEach(value -> context.header(name, value)));
        if (response.getContentType() != null) {
            context.contentType(response.getContentType());
        }
        context.result(response.getBody() == null ? "" : response.getBody());
    }
}
