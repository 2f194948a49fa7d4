package dev.lectern.app;

import dev.lectern.paper.search.BgeSmall;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: Lectern for one real workspace, over HTTP or over sockets. */
@Command(
        name = "serve",
        description = "Runs Lectern for a Slack workspace: over a socket with SLACK_APP_TOKEN, else over HTTP.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Supplier<Duration> NO_LEAD = () -> Duration.ZERO;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load();
        Lectern.SlackAccess access = new Lectern.SlackAccess(
                configuration.slackApiUrl(),
                needed("SLACK_BOT_TOKEN", configuration.slackBotToken()),
                configuration.slackSigningSecret(),
                configuration.slackAppToken());
        if (access.appToken().isEmpty() && access.signingSecret().isEmpty()) {
            throw new WrongUse(
                    "neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set: copy the signing secret from your"
                            + " app's page at api.slack.com, or make an app-level token there for Socket Mode");
        }
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
                        sources.lookUp(),
                        sources.elsewhere(),
                        redis.isOurs()),
                access,
                configuration.host(),
                configuration.port(),
                listening -> configuration.publicUrl()));
        sources.startHarvest();
        var out = spec.commandLine().getOut();
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

    private static String needed(String name, Optional<String> value) {
        return value.orElseThrow(
                () -> new WrongUse(
                        name
                                + " is not set: copy it from your app's page at api.slack.com (no Slack at hand? try the demo command)"));
    }
}
