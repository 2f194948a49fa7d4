package dev.lectern.app;

import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.search.PaperSearch.Alike;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.redis.Json;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redis.clients.jedis.exceptions.JedisException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code similar ID}: papers like one that is known. Exit 0; 1 when the paper is not known; 2 for wrong use.
 *
 * <p>{@code --json} prints one object: {@code id} and {@code title} of the paper; {@code hits}, the likest first, a list
 * of {@code id}, {@code title}, {@code score} (1 is the same) and {@code shared}, what is alike.
 */
@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Finds papers like one, and says what is alike.")
final class SimilarCommand implements Callable<Integer> {
    private final Supplier<PapersAtHand> papers;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "The paper: an arXiv id or link in any form, or an id as search prints it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = SearchCommand.DEFAULT_MAX,
            description = "At most so many papers.")
    private int max;

    /** @param papers asked once, and closed afterwards */
    SimilarCommand(Supplier<PapersAtHand> papers, InstantSource clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (id.isBlank()) {
            throw new WrongUse("similar to what? Write a paper's id or link, such as 2401.12345");
        }
        if (max < 1) {
            throw new WrongUse("--max is " + max + ", but at least one paper must be allowed");
        }
        try (PapersAtHand open = papers.get()) {
            Paper paper = known(id, open.papers())
                    .orElseThrow(() -> new Failure("no paper '" + ShortText.cut(id, 80)
                            + "' is known: search tells the ids, and import takes papers in"));
            print(paper, open.search().similar(paper.id(), new Reader(SearchCommand.today(clock), Set.of()), max));
            return 0;
        } catch (JedisException e) {
            throw new Failure("Redis cannot be worked with: " + e.getMessage(), e);
        }
    }

    private static Optional<Paper> known(String text, PaperStore papers) {
        return Names.find(text)
                .arxiv()
                .flatMap(papers::byArxiv)
                .or(() -> id(text))
                .flatMap(papers::find);
    }

    private static Optional<PaperId> id(String text) {
        try {
            return Optional.of(PaperId.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void print(Paper paper, List<Alike> alike) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(paper, alike));
        } else if (alike.isEmpty()) {
            out.println("No paper is like it.");
        } else {
            alike.forEach(one -> out.println(SearchCommand.line(one.score(), one.id(), one.title())
                    + (one.shared().isEmpty() ? "" : " (" + String.join(", ", one.shared()) + ")")));
        }
        out.flush();
    }

    private static String json(Paper paper, List<Alike> alike) {
        ObjectNode root =
                Json.MAPPER.createObjectNode().put("id", paper.id().value()).put("title", paper.title());
        ArrayNode list = root.putArray("hits");
        for (Alike one : alike) {
            ArrayNode shared = list.addObject()
                    .put("id", one.id().value())
                    .put("title", one.title())
                    .put("score", SearchCommand.rounded(one.score()))
                    .putArray("shared");
            one.shared().forEach(shared::add);
        }
        return Json.write(root);
    }
}
