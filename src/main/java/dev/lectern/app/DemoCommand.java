package dev.lectern.app;

import dev.lectern.paper.search.BgeSmall;
import dev.lectern.redis.Redis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: Lectern and a Slack workspace in a box, to try in a browser. */
@Command(
        name = "demo",
        description = "Starts Lectern in front of a Slack workspace in a box: try it in a browser.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--socket", description = "Bring Slack's requests over sockets (Socket Mode) instead of HTTP.")
    private boolean socket;

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load();
        Running running = new Running();
        Redis redis = running.opened(CheckedRedis.open(configuration));
        if (redis.isGuest()) {
            throw new Failure("another Lectern uses " + configuration.data()
                    + " already; stop it, or name another folder with LECTERN_DATA");
        }
        Sources sources = running.opened(Sources.open(configuration.sources(), redis.commands()));
        Demo demo = running.opened(Demo.start(
                redis,
                configuration.data(),
                new BgeSmall(configuration.natives()),
                sources.outside(),
                configuration.sandboxPort(),
                configuration.port(),
                socket ? Demo.Way.SOCKETS : Demo.Way.HTTP));
        var out = spec.commandLine().getOut();
        out.println("Lectern's demo is at " + demo.page() + " (Ctrl-C stops it; its data stay in "
                + configuration.data() + ")");
        out.flush();
        running.untilStopped();
        return 0;
    }
}
