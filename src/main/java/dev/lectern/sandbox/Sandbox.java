package dev.lectern.sandbox;

import dev.lectern.sandbox.api.CallLog;
import dev.lectern.sandbox.api.Faults;
import dev.lectern.sandbox.api.FileRoutes;
import dev.lectern.sandbox.api.Grants;
import dev.lectern.sandbox.api.Replies;
import dev.lectern.sandbox.api.Scopes;
import dev.lectern.sandbox.api.WebApi;
import dev.lectern.sandbox.api.WebApiRoutes;
import dev.lectern.sandbox.delivery.AppLink;
import dev.lectern.sandbox.delivery.EventDelivery;
import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.delivery.Origin;
import dev.lectern.sandbox.delivery.Payloads;
import dev.lectern.sandbox.page.ChangeFeed;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.socket.SocketRoutes;
import dev.lectern.sandbox.socket.Sockets;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import dev.lectern.sandbox.workspace.Workspaces;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Slack workspace in a box, on 127.0.0.1. Any thread may use it. */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final String HOST = "127.0.0.1";

    private final SandboxConfiguration configuration;
    private final int port;
    private final SandboxClock clock;
    private final Sockets sockets;
    private final AppLink app;
    private final ChangeFeed changes = new ChangeFeed();
    private final ScheduledExecutorService ticker;
    private final Javalin server;

    private Sandbox(SandboxConfiguration configuration) {
        this.configuration = configuration;
        // Permalinks and response URLs carry the port, so it is chosen before anything is made.
        this.port = configuration.port() == 0 ? freePort() : configuration.port();
        this.clock = ClockMover.restored(configuration.base(), configuration.store());
        this.sockets = new Sockets(configuration.appToken(), "ws://" + HOST + ":" + port + SocketRoutes.PATH);
        this.app = new AppLink(configuration.app(), configuration.signingSecret(), clock, sockets);
        EventDelivery events = new EventDelivery(app, clock);
        this.server = Javalin.create(config -> assemble(config, events));
        this.ticker = ticking(events);
    }

    /** @throws IllegalStateException when the port is taken */
    public static Sandbox start(SandboxConfiguration configuration) {
        Sandbox sandbox = new Sandbox(configuration);
        try {
            sandbox.server.start(HOST, sandbox.port);
            return sandbox;
        } catch (RuntimeException failed) {
            sandbox.close();
            throw new IllegalStateException(
                    "The sandbox cannot listen on " + HOST + ":" + sandbox.port + ": is the port taken?", failed);
        }
    }

    private void assemble(JavalinConfig config, EventDelivery delivery) {
        config.startup.showJavalinBanner = false;
        Workspaces workspaces = new Workspaces(Stream.concat(
                        Stream.of(new Workspace(Team.FIRST, configuration.store(), clock, changes::changed)),
                        configuration.teams().stream()
                                .map(team -> new Workspace(
                                        team, configuration.store().of(team), clock, changes::changed)))
                .toList());
        Scopes scopes = new Scopes(configuration.scopes());
        CallLog calls = new CallLog();
        Faults faults = new Faults();
        ClockFollower followers = new Followers(delivery, configuration.follower());
        ClockMover mover = new ClockMover(clock, followers, configuration.store());
        Grants grants = new Grants(configuration.oauth(), configuration.botToken(), clock);
        OAuthRoutes oauth = new OAuthRoutes(
                grants, workspaces, workspace -> new Events(origin(workspace, grants), delivery, scopes), clock);
        WebApi api = new WebApi(
                workspaces, workspace -> url(workspace.team()), grants, oauth::tellAll, scopes, calls, faults, sockets);
        WebApiRoutes apiRoutes = new WebApiRoutes(api);
        config.routes.before(LocalOnly::check);
        apiRoutes.register(config.routes);
        oauth.register(config.routes);
        for (Workspace workspace : workspaces.all()) {
            String below = below(workspace);
            Origin origin = origin(workspace, grants);
            new ClockRoutes(clock, mover, changes::changed).register(config.routes, below);
            apiRoutes.register(config.routes, below, new Replies(workspace));
            new FileRoutes(below, workspace.files()).register(config.routes);
            new PageRoutes(
                            below,
                            workspace,
                            app,
                            new Payloads(origin),
                            new Events(origin, delivery, scopes),
                            scopes,
                            url(),
                            calls,
                            faults,
                            changes)
                    .register(config.routes);
        }
        new SocketRoutes(sockets).register(config.routes);
        new ExtrasRoutes(configuration.extras()).register(config.routes);
        servePage(config);
        config.routes.exception(
                EofException.class,
                (failure, context) -> LOG.debug("{} {}: whoever asked is gone", context.method(), context.path()));
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            PageRoutes.json(context.status(500), PageRoutes.refusal("The sandbox failed: its log says why."));
        });
    }

    private String below(Workspace workspace) {
        return url(workspace.team()).substring(url().length());
    }

    private static Origin origin(Workspace workspace, Grants grants) {
        Team team = workspace.team();
        return new Origin(
                team,
                () -> !grants.isIn(team.id())
                        && team.organization()
                                .filter(some -> grants.isIn(some.id()))
                                .isPresent());
    }

    private static void servePage(JavalinConfig config) {
        if (Sandbox.class.getResource("/sandbox/index.html") != null) {
            config.staticFiles.add("/sandbox", Location.CLASSPATH);
        }
        config.routes.get(
                "/archives/{channel}/{ts}",
                context -> context.redirect("/#" + context.pathParam("channel") + "/" + context.pathParam("ts")));
    }

    private static ScheduledExecutorService ticking(EventDelivery events) {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sandbox-events");
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticker.scheduleWithFixedDelay(events::runDue, 1, 1, TimeUnit.SECONDS);
        return ticker;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port on " + HOST, none);
        }
    }

    /** Names the app's URL for Slack's requests, in place of the one before. */
    public void connect(URI url) {
        app.connect(url);
    }

    public int port() {
        return port;
    }

    /** Where the page is, without a slash at the end. */
    public String url() {
        return "http://" + HOST + ":" + port;
    }

    /** Where the page's calls for a workspace begin, without a slash at the end. */
    public String url(Team team) {
        return team.equals(Team.FIRST) ? url() : url() + "/teams/" + team.id();
    }

    /** The Web API, for the app: ends in a slash, as Bolt wants it. */
    public String apiUrl() {
        return url() + "/api/";
    }

    public SandboxClock clock() {
        return clock;
    }

    public String botToken() {
        return configuration.botToken();
    }

    public String signingSecret() {
        return configuration.signingSecret();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        changes.close();
        server.stop();
    }
}
