package dev.lectern.app;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Saved;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.search.ModelUnavailable;
import dev.lectern.paper.search.VectorMaker;
import dev.lectern.paper.search.VectorRun;
import dev.lectern.paper.source.Format;
import dev.lectern.paper.source.PaperFiles;
import dev.lectern.paper.source.Reading;
import dev.lectern.paper.source.Skipped;
import dev.lectern.redis.RedisException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redis.clients.jedis.exceptions.JedisException;

/**
 * {@code import FILE...}: takes papers in. Exit 0; 1 when a file or a row of one was bad (the good rows are kept); 2 for
 * wrong use. Run it on a command line that does not expand {@code @files}, or a file of such a name cannot be given.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take in papers: Daily Papers answers (JSON), or the text of Daily Papers pages.")
public final class ImportCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    /**
     * What became of one file.
     *
     * @param format null when the file is nothing that we read
     * @param skipped row 0 stands for the file itself
     */
    record FileReport(String file, @Nullable String format, int rows, int added, int merged, List<Skipped> skipped) {}

    /** Between two of them the progress is shown. */
    private static final int AT_ONCE = 1000;

    private final Supplier<PaperStore> papers;
    private final Supplier<VectorMaker> vectors;
    private final InstantSource clock;
    private final boolean terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it calls
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read; the format is told by the content.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY[-MM-DD]",
            converter = YearOfDay.class,
            description = "When the pages were copied: the year of dates that print none.")
    private @Nullable Year asOf;

    @Option(
            names = "--without-vectors",
            description = "Keep the papers only; the running Lectern makes their vectors, for search by meaning.")
    private boolean withoutVectors;

    /** Reads {@code 2025} and {@code 2025-12-08}. */
    static final class YearOfDay implements CommandLine.ITypeConverter<Year> {
        @Override
        public Year convert(String value) {
            try {
                return value.matches("\\d{4}") ? Year.parse(value) : Year.from(LocalDate.parse(value));
            } catch (DateTimeException e) {
                throw new CommandLine.TypeConversionException(
                        "'" + value + "' is no year or day; write 2025 or 2025-12-08");
            }
        }
    }

    /**
     * @param papers asked once, when there is something to keep
     * @param vectors asked once, when the papers are kept
     * @param terminal whether somebody watches stderr and shall see how far it is
     */
    public ImportCommand(
            Supplier<PaperStore> papers, Supplier<VectorMaker> vectors, InstantSource clock, boolean terminal) {
        this.papers = papers;
        this.vectors = vectors;
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            return run(papers.get());
        } catch (RedisException | JedisException e) {
            complain(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private int run(PaperStore store) {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), terminal && !json, System::nanoTime);
        List<FileReport> reports = new ArrayList<>();
        Set<PaperId> kept = new LinkedHashSet<>();
        boolean clean = true;
        for (String file : files) {
            Reading reading = PaperFiles.read(file, Optional.ofNullable(asOf));
            List<Saved> saved = keep(reading, store, progress);
            saved.forEach(one -> kept.add(one.id()));
            reports.add(report(file, reading, saved));
            progress.clear();
            problem(reading).ifPresent(problem -> complain(file + ": " + problem));
            clean &= reading.isClean();
        }
        clean &= withoutVectors || kept.isEmpty() || makeVectors(kept, progress);
        print(reports, store.count());
        return clean ? CommandLine.ExitCode.OK : FAILED;
    }

    private List<Saved> keep(Reading reading, PaperStore store, ProgressLine progress) {
        List<Draft> drafts = reading.papers().stream().map(this::listed).toList();
        List<Saved> saved = new ArrayList<>();
        progress.begin("papers");
        for (int from = 0; from < drafts.size(); from += AT_ONCE) {
            saved.addAll(store.saveAll(drafts.subList(from, Math.min(from + AT_ONCE, drafts.size())), clock.instant()));
            progress.show(saved.size(), drafts.size());
        }
        return saved;
    }

    /** Answers whether that could be done. */
    private boolean makeVectors(Set<PaperId> kept, ProgressLine progress) {
        try {
            progress.begin("vectors");
            new VectorRun(vectors.get(), Runtime.getRuntime().availableProcessors()).run(kept, progress::show);
            return true;
        } catch (ModelUnavailable e) {
            complain("the papers are kept, but " + e.getMessage() + "; --without-vectors does not try");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            progress.clear();
        }
    }

    private static FileReport report(String file, Reading reading, List<Saved> saved) {
        int added = (int)
                saved.stream().filter(one -> one.outcome() == Saved.Outcome.NEW).count();
        return new FileReport(
                file,
                reading.format().map(Format::toString).orElse(null),
                reading.rows(),
                added,
                saved.size() - added,
                skipped(reading));
    }

    /** What comes without a list is of today's import, so that digests show it. */
    private Draft listed(Draft paper) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return paper.listings().isEmpty() ? paper.withListings(List.of(new Listing(PaperList.IMPORT, today))) : paper;
    }

    private static List<Skipped> skipped(Reading reading) {
        List<Skipped> skipped = new ArrayList<>(reading.skipped());
        reading.problem()
                .filter(why -> skipped.stream().noneMatch(row -> row.why().equals(why)))
                .ifPresent(why -> skipped.add(0, new Skipped(0, why)));
        return skipped;
    }

    private static Optional<String> problem(Reading reading) {
        if (reading.isClean()) {
            return Optional.empty();
        }
        String why = reading.problem().orElseGet(() -> firstSkipped(reading.skipped()));
        int kept = reading.papers().size();
        boolean partly = reading.rows() > 0;
        return Optional.of(partly ? why + "; " + counted(kept, "paper") + " kept" : why);
    }

    private static String firstSkipped(List<Skipped> skipped) {
        Skipped first = skipped.get(0);
        int more = skipped.size() - 1;
        return "row " + first.row() + ": " + first.why()
                + (more == 0 ? "" : ", and " + counted(more, "more row") + " skipped");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void complain(String problem) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("import: " + ShortText.clean(problem));
        err.flush();
    }

    private void print(List<FileReport> reports, long count) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ImportReport.json(reports, count));
        } else {
            ImportReport.table(reports, count).forEach(out::println);
        }
        out.flush();
    }
}
