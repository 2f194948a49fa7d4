package dev.lectern.web;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.lectern.slack.SlackApp;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lectern's own HTTP: Slack's endpoint, people's calendars, and whether Lectern lives and is ready. */
public final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_REQUEST = 3_000_000;
    /** Slack itself waits for three seconds. */
    private static final Duration FINISHING = Duration.ofSeconds(4);
    /** When stopping: how long a connection that nobody uses is left open. */
    private static final Duration IDLE = Duration.ofMillis(200);

    private final SlackApp slack;
    private final Javalin javalin;

    /**
     * @param port 0 for any free one
     * @param signingSecret by which Slack's requests are known; without it there is no door for them
     * @param calendars what is served below {@code /calendar}
     * @param problem what keeps Lectern from working now, in one sentence
     */
    public WebServer(
            String host,
            int port,
            Optional<String> signingSecret,
            Clock clock,
            SlackApp slack,
            Calendars calendars,
            Supplier<Optional<String>> problem) {
        this.slack = slack;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.jetty.host = host;
            config.jetty.port = port;
            config.jetty.modifyServer(server -> {
                server.setHandler(new Drain());
                server.setStopTimeout(FINISHING.toMillis());
            });
            config.routes.get("/healthz", context -> context.result("ok\n"));
            config.routes.get("/readyz", context -> readiness(context, problem.get()));
            CalendarRoute calendar = new CalendarRoute(calendars);
            config.routes.get(CalendarRoute.PATH, calendar::answer);
            // Javalin would say yes to any HEAD without asking.
            config.routes.head(CalendarRoute.PATH, calendar::answer);
            signingSecret
                    .map(secret -> new RequestGuard(secret, clock))
                    .ifPresent(guard -> config.routes.post("/slack/events", context -> slackEvent(guard, context)));
            config.routes.exception(Exception.class, (failure, context) -> {
                log.error("{} {} failed", context.method(), context.path(), failure);
                context.status(500).result("");
            });
        });
        javalin.start();
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setShutdownIdleTimeout(IDLE.toMillis());
        }
    }

    public int port() {
        return javalin.port();
    }

    private static void readiness(Context context, Optional<String> problem) {
        context.status(problem.isEmpty() ? 200 : 503).result(problem.orElse("ready") + "\n");
    }

    private void slackEvent(RequestGuard guard, Context context) throws Exception {
        byte[] body = context.bodyAsBytes();
        if (!guard.admits(context.header("X-Slack-Request-Timestamp"), context.header("X-Slack-Signature"), body)) {
            log.warn("refused a request that Slack did not sign");
            context.status(401).result("");
            return;
        }
        answer(
                context,
                slack.handle(HttpRequest.builder()
                        .requestUri(context.path())
                        .queryString(context.queryParamMap())
                        .requestBody(context.body())
                        .headers(new RequestHeaders(headers(context)))
                        .remoteAddress(context.ip())
                        .build()));
    }

    private static Map<String, List<String>> headers(Context context) {
        return context.headerMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    private static void answer(Context context, Response response) {
        context.status(response.getStatusCode());
        response.getHeaders().forEach((name, values) -> values.forEach(value -> context.header(name, value)));
        if (response.getContentType() != null) {
            context.contentType(response.getContentType());
        }
        context.result(response.getBody() == null ? "" : response.getBody());
    }

    /** Takes no further requests and finishes those in hand, for four seconds at most. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            log.warn("stopped with requests still in hand after {}", FINISHING, e);
        }
    }
}
