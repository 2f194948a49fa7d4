package dev.lectern.app;

import dev.lectern.ballot.count.BrokenFile;
import dev.lectern.ballot.count.Converted;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Recount;
import dev.lectern.paper.ShortText;
import dev.lectern.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code tally FILE}: counts ballots from a file. Exit 0; 1 when the file cannot be read or is broken; 2 for wrong use.
 *
 * <p>{@code --json} prints one object: {@code method}; {@code winner}; {@code ranking}, groups of tied alternatives, best
 * first; {@code rounds}, a list of what {@link TallyJson} tells of each method.
 */
@Command(
        name = "tally",
        mixinStandardHelpOptions = true,
        description = "Counts ballots: PrefLib's .soc, .soi, .toc and .toi, and what Lectern exports.")
final class TallyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The ballots.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Option(
            names = "--method",
            paramLabel = "M",
            description = "approval, plurality, score, star, irv, schulze or borda; without it, what the file names.")
    private @Nullable String method;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Break ties by the lot that this seed draws, where the file has no seed of its own.")
    private @Nullable String seed;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<Method> asked = Optional.ofNullable(method).map(TallyCommand::method);
        Recount recount = read(file);
        if (seed != null && recount.seed().isPresent()) {
            throw new WrongUse(recount.file() + " has a seed of its own; leave --seed out");
        }
        Method by = asked.or(recount::method)
                .orElseThrow(() -> new WrongUse("which method? Write --method and one of " + words(recount.methods())));
        print(recount, count(recount, by));
        return 0;
    }

    private static Method method(String word) {
        return Method.of(word)
                .orElseThrow(() -> new WrongUse("there is no method '" + ShortText.cut(word, 40) + "'"
                        + NearestWord.to(word, Method.words())
                                .map(nearest -> " (did you mean " + nearest + "?)")
                                .orElse("")
                        + ": " + String.join(", ", Method.words())));
    }

    private static String words(List<Method> methods) {
        return String.join(", ", methods.stream().map(Method::word).toList());
    }

    private Outcome count(Recount recount, Method by) {
        try {
            return recount.count(by, Optional.ofNullable(seed));
        } catch (Converted.Impossible e) {
            throw new WrongUse(by.word() + " cannot count " + recount.file() + ", for " + e.getMessage() + "; "
                    + words(recount.methods()) + " can");
        }
    }

    private static Recount read(String file) {
        try {
            Path path = Path.of(file);
            Path name = path.getFileName();
            return Recount.read(name == null ? file : name.toString(), bytes(path));
        } catch (BrokenFile e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new Failure("there is no file '" + file + "'", e);
        } catch (AccessDeniedException e) {
            throw new Failure("the file '" + file + "' may not be read", e);
        } catch (IOException | InvalidPathException e) {
            throw new Failure("the file '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** At most one byte more than can be counted, so that the reader sees that it is too large. */
    private static byte[] bytes(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new Failure("'" + path + "' is a folder; name a file of ballots");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(Recount.MOST_BYTES + 1);
        }
    }

    private void print(Recount recount, Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new TallyJson(recount, outcome).write());
        } else {
            new TallyText(recount, outcome).lines().forEach(out::println);
        }
        out.flush();
    }
}
