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

/** {@code serve}: Lectern for one real workspace, over HTTP. */
@Command(
        name = "serve",
        description = "Runs Lectern for a Slack workspace, which sends its requests to POST /slack/events.",
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
                needed("SLACK_SIGNING_SECRET", configuration.slackSigningSecret()));
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
                        sources.web(),
                        redis.isOurs()),
                access,
                configuration.host(),
                configuration.port(),
                listening -> configuration.publicUrl()));
        sources.startHarvest();
        var out = spec.commandLine().getOut();
        out.println("Lectern listens on " + configuration.host() + ":" + lectern.port() + " for POST /slack/events");
        out.flush();
        running.untilStopped();
        return 0;
    }

    private static String needed(String name, Optional<String> value) {
        return value.orElseThrow(
                () -> new WrongUse(
                        name
                                + " is not set: copy it from your app's page at api.slack.com (no Slack at hand? try the demo command)"));
    }
}
