package dev.lectern.web;

import dev.lectern.slack.install.Installer;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final Javalin javalin;

    /**
     * What there is to be had.
     *
     * @param slack where Slack sends its requests; empty where it sends none over HTTP
     * @param calendars what is served below {@code /calendar}
     * @param installing the pages by which somebody installs Lectern, where that is how it is installed
     * @param problem what keeps Lectern from working now, in one sentence
     */
    public record Served(
            Optional<SlackRoute> slack,
            Calendars calendars,
            Optional<Installing> installing,
            Supplier<Optional<String>> problem) {}

    /** @param address where browsers reach Lectern, without a slash at the end */
    public record Installing(Installer installer, URI address) {}

    /** @param port 0 for any free one */
    public WebServer(String host, int port, Served served) {
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.jetty.host = host;
            config.jetty.port = port;
            config.jetty.modifyServer(server -> {
                server.setHandler(new Drain());
                server.setStopTimeout(FINISHING.toMillis());
            });
            serve(served, config);
        });
        javalin.start();
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setShutdownIdleTimeout(IDLE.toMillis());
        }
    }

    private static void serve(Served served, JavalinConfig config) {
        config.routes.get("/healthz", context -> context.result("ok\n"));
        config.routes.get(
                "/readyz", context -> readiness(context, served.problem().get()));
        CalendarRoute calendar = new CalendarRoute(served.calendars());
        config.routes.get(CalendarRoute.PATH, calendar::answer);
        // Javalin would say yes to any HEAD without asking.
        config.routes.head(CalendarRoute.PATH, calendar::answer);
        served.slack().ifPresent(slack -> config.routes.post(SlackRoute.PATH, slack::answer));
        served.installing()
                .ifPresent(pages -> new InstallRoutes(pages.installer(), pages.address()).register(config.routes));
        config.routes.exception(Exception.class, (failure, context) -> {
            log.error("{} {} failed", context.method(), context.path(), failure);
            context.status(500).result("");
        });
    }

    public int port() {
        return javalin.port();
    }

    private static void readiness(Context context, Optional<String> problem) {
        context.status(problem.isEmpty() ? 200 : 503).result(problem.orElse("ready") + "\n");
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
