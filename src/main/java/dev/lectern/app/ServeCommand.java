package dev.lectern.app;

import dev.lectern.paper.search.BgeSmall;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: Lectern for real workspaces, over HTTP or over sockets. */
@Command(
        name = "serve",
        description = "Runs Lectern for a Slack workspace: over a socket with SLACK_APP_TOKEN, else over HTTP.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);
    private static final Supplier<Duration> NO_LEAD = () -> Duration.ZERO;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load();
        Access found = Access.of(configuration.given());
        found.refusal().ifPresent(finding -> {
            throw new WrongUse(finding.sentence());
        });
        Lectern.SlackAccess access = new Lectern.SlackAccess(
                configuration.slackApiUrl(),
                found.installations().orElseThrow(),
                configuration.slackSigningSecret(),
                configuration.slackAppToken());
        Running running = new Running();
        Redis redis = running.opened(CheckedRedis.open(configuration));
        Sources sources = running.opened(Sources.open(configuration.sources(), redis.commands()));
        PapersAtHand papers = running.opened(
                PapersAtHand.open(redis.commands(), configuration.data(), new BgeSmall(configuration.natives())));
        Lectern lectern = running.opened(Lectern.start(
                new Lectern.Ground(
                        redis.commands(),
                        new RedisClock(redis.commands(), NO_LEAD),
                        NO_LEAD,
                        papers.kept(),
                        sources.outside(),
                        redis.isOurs()),
                access,
                new Lectern.Address(
                        configuration.host(), configuration.port(), listening -> configuration.publicUrl())));
        found.findings().forEach(finding -> log.warn("{}", finding.sentence()));
        sources.startHarvest();
        var out = spec.commandLine().getOut();
        if (access.installations() instanceof Access.Installations.ByOAuth byOAuth) {
            out.println("Workspaces install Lectern at " + byOAuth.oauth().publicUrl() + "/slack/install");
        }
        out.println(listening(access, configuration.host() + ":" + lectern.port()));
        out.flush();
        running.untilStopped();
        return 0;
    }

    private static String listening(Lectern.SlackAccess access, String where) {
        if (access.appToken().isEmpty()) {
            return "Lectern listens on " + where + " for POST /slack/events";
        }
        return "Lectern hears Slack over a socket, by SLACK_APP_TOKEN; its health is on " + where
                + (access.signingSecret().isEmpty()
                        ? ""
                        : ", and POST /slack/events, where Slack sends nothing while Socket Mode is on");
    }
}
