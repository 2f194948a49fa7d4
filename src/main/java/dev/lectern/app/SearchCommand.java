package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.redis.Json;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code search QUERY}: finds papers. Exit 0, also when nothing fits; 1 when it could not look; 2 for wrong use.
 *
 * <p>{@code --json} prints one object: {@code query}, as it was given; {@code hits}, best first, a list of {@code id},
 * {@code title} and {@code score}, which compares within one answer only.
 */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds papers by words, \"quoted phrases\", author:, org:, since:2026-03 and read:no.")
final class SearchCommand implements Callable<Integer> {
    static final String DEFAULT_MAX = "10";

    private final Supplier<PapersAtHand> papers;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Option(names = "--max", paramLabel = "N", defaultValue = DEFAULT_MAX, description = "At most so many papers.")
    private int max;

    @Option(
            names = "--group",
            paramLabel = "TEAM/CHANNEL",
            description = "Whose reading read:yes and read:no mean; without it nothing is read.")
    private @Nullable String group;

    /** @param papers asked once, and closed afterwards */
    SearchCommand(Supplier<PapersAtHand> papers, InstantSource clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        String query = String.join(" ", words);
        if (query.isBlank()) {
            throw new WrongUse("search for what? Write some words, or a filter such as since:2026-03");
        }
        if (max < 1) {
            throw new WrongUse("--max is " + max + ", but at least one paper must be allowed");
        }
        GroupId whose = group == null ? null : group(group);
        try (PapersAtHand open = papers.get()) {
            Set<PaperId> read = whose == null ? Set.of() : open.readBy(whose);
            print(query, open.search().search(query, new Reader(today(clock), read), max));
            return 0;
        } catch (WrongQuery e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        } catch (JedisException e) {
            throw new Failure("Redis cannot be worked with: " + e.getMessage(), e);
        }
    }

    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static GroupId group(String text) {
        try {
            return GroupId.parse(text.replaceFirst("/", ":"));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(
                    "'" + ShortText.cut(text, 60) + "' is no group: write --group TEAM/CHANNEL, such as T1/C1");
        }
    }

    private void print(String query, List<Hit> hits) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(query, hits));
        } else if (hits.isEmpty()) {
            out.println("No paper fits.");
        } else {
            hits.forEach(hit -> out.println(line(hit.score(), hit.id(), hit.title())));
        }
        out.flush();
    }

    private static String json(String query, List<Hit> hits) {
        ObjectNode root = Json.MAPPER.createObjectNode().put("query", query);
        ArrayNode list = root.putArray("hits");
        hits.forEach(hit -> list.addObject()
                .put("id", hit.id().value())
                .put("title", hit.title())
                .put("score", rounded(hit.score())));
        return Json.write(root);
    }

    static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    static String line(double score, PaperId id, String title) {
        return String.format(Locale.ROOT, "%6.3f  %-18s  %s", score, id, title);
    }
}
