package dev.lectern.app;

import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.VectorMaker;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisException;
import dev.lectern.text.NearestWord;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import redis.clients.jedis.UnifiedJedis;

/** The command line. Exit status: 0 done, 1 failed, 2 wrong use; errors are one line on stderr. */
@Command(
        name = "lectern",
        description = "Runs a reading group inside Slack.",
        version = "lectern " + Main.VERSION,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, ServeCommand.class})
public final class Main implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new WrongUse(
                "which command? " + String.join(", ", spec.subcommands().keySet()) + "; see lectern --help");
    }

    static int run(String... arguments) {
        try (OpenedLater redis = new OpenedLater()) {
            return line(
                            new ImportCommand(
                                    () -> new PaperStore(redis.commands()),
                                    () -> vectors(redis.commands()),
                                    Clock.systemUTC(),
                                    ProgressLine.stderrIsTerminal()),
                            new SearchCommand(redis::papers, Clock.systemUTC()),
                            new SimilarCommand(redis::papers, Clock.systemUTC()),
                            new TallyCommand(),
                            new DoctorCommand(DoctorCommand::unchecked, DoctorCommand::askSlack),
                            new ManifestCommand(() -> Configuration.load().publicUrl()))
                    .execute(arguments);
        }
    }

    private static VectorMaker vectors(UnifiedJedis redis) {
        PaperStore papers = new PaperStore(redis);
        Embedder model = new BgeSmall(Configuration.load().natives());
        return new VectorMaker(papers, new VectorStore(redis, papers, model), model);
    }

    /** @param commands those that come with what they need */
    static CommandLine line(Object... commands) {
        CommandLine line = new CommandLine(new Main());
        List.of(commands).forEach(line::addSubcommand);
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler(Main::wrongUse);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()));
        return line;
    }

    /** Redis for a command that ends by itself: opened when it is first asked for. */
    private static final class OpenedLater implements AutoCloseable {
        private Optional<Redis> opened = Optional.empty();

        UnifiedJedis commands() {
            return commands(Configuration.load());
        }

        PapersAtHand papers() {
            Configuration configuration = Configuration.load();
            return PapersAtHand.open(
                    commands(configuration), configuration.data(), new BgeSmall(configuration.natives()));
        }

        private UnifiedJedis commands(Configuration configuration) {
            Redis redis = opened.orElseGet(() -> CheckedRedis.open(configuration));
            opened = Optional.of(redis);
            return redis.commands();
        }

        @Override
        public void close() {
            opened.ifPresent(Redis::close);
        }
    }

    private static int wrongUse(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        boolean noCommand = command.getParent() == null && !arguments[0].startsWith("-");
        String what =
                noCommand ? noSuchCommand(arguments[0], command.getSubcommands().keySet()) : mistake.getMessage();
        command.getErr()
                .println(oneLine(what) + "; see " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static String noSuchCommand(String word, Set<String> commands) {
        return "there is no command '" + word + "'"
                + NearestWord.to(word, commands)
                        .map(nearest -> " (did you mean " + nearest + "?)")
                        .orElse("");
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof WrongUse) {
            err.println(oneLine(failure.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
        boolean expected = failure instanceof Failure || failure instanceof RedisException;
        if (!expected) {
            LoggerFactory.getLogger(Main.class).error("unexpected", failure);
        }
        err.println(oneLine(expected ? failure.getMessage() : "something went wrong: " + failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return "lectern: " + String.valueOf(message).lines().findFirst().orElse("");
    }
}
