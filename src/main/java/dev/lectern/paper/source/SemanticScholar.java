package dev.lectern.paper.source;

import static dev.lectern.paper.source.JsonAnswer.text;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Echo;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.Trust;
import dev.lectern.redis.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Semantic Scholar: citations, short summaries, other names, recommendations. Often too busy without a key. Any thread.
 *
 * @see <a href="https://api.semanticscholar.org/api-docs/">Semantic Scholar's APIs</a>
 */
public final class SemanticScholar implements Lookup {
    public static final String NAME = "Semantic Scholar";
    private static final String FIELDS = "title,abstract,authors,tldr,citationCount,externalIds,publicationDate";
    /** It has no summaries for recommendations. */
    private static final String FIELDS_OF_RECOMMENDED =
            "title,abstract,authors,citationCount,externalIds,publicationDate";

    private static final int BATCH = 500;
    private static final int MOST_RECOMMENDED = 100;

    private final Site site;
    private final URI api;

    /** @param api such as {@code https://api.semanticscholar.org} */
    public SemanticScholar(Site site, URI api) {
        this.site = site;
        this.api = api;
    }

    /**
     * One question a second, as is allowed with a key; where none of a batch's ids is known it answers 400.
     *
     * @param key sent with each question; secret
     */
    public static SiteRules rules(URI api, Optional<String> key) {
        SiteRules rules = SiteRules.of(NAME, api)
                .withPace(new SiteRules.Pace(1, Duration.ofSeconds(1), false))
                .withMissing(Set.of(400, 404, 410));
        return key.map(secret -> rules.withHeader("x-api-key", secret)).orElse(rules);
    }

    @Override
    public boolean takes(Names names) {
        return id(names).isPresent();
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        Optional<String> id = id(names);
        return id.isEmpty() ? Optional.empty() : batch(List.of(id.get())).get(0).flatMap(SemanticScholar::draft);
    }

    /**
     * What it tells of papers besides what is known: citations and further names, and a short summary where the paper has
     * none of its source's own. A draft for each paper of which it told something, to be saved as any other.
     */
    public List<Draft> enrich(List<Paper> papers) throws SourceTrouble {
        List<Paper> asked =
                papers.stream().filter(paper -> takes(paper.names())).toList();
        List<Draft> told = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += BATCH) {
            List<Paper> some = asked.subList(from, Math.min(asked.size(), from + BATCH));
            List<Optional<JsonNode>> rows = batch(
                    some.stream().map(paper -> id(paper.names()).orElseThrow()).toList());
            for (int i = 0; i < some.size(); i++) {
                Paper paper = some.get(i);
                rows.get(i).map(row -> besides(paper, row)).ifPresent(told::add);
            }
        }
        return told;
    }

    private static Draft besides(Paper paper, JsonNode row) {
        Draft plain = Draft.titled(paper.title())
                .withNames(doi(row).map(paper.names()::withDoi).orElse(paper.names()))
                .withEcho(citations(row))
                .toldBy(Trust.COPIED);
        return summary(row)
                .filter(summary -> paper.shortSummary().isEmpty())
                .map(plain::withShortSummary)
                .orElse(plain);
    }

    /** Papers like this one; none where it does not know the paper. */
    public List<Draft> recommended(Names names, int most) throws SourceTrouble {
        Optional<String> id = id(names);
        if (id.isEmpty()) {
            return List.of();
        }
        URI address = URI.create(api + "/recommendations/v1/papers/forpaper/"
                + URLEncoder.encode(id.get(), StandardCharsets.UTF_8) + "?fields=" + FIELDS_OF_RECOMMENDED + "&limit="
                + Math.max(1, Math.min(most, MOST_RECOMMENDED)));
        Optional<JsonNode> answer = JsonAnswer.read(NAME, site.get(address));
        return answer.map(json -> json.path("recommendedPapers")).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(row -> draft(row).stream())
                .toList();
    }

    private List<Optional<JsonNode>> batch(List<String> ids) throws SourceTrouble {
        URI address = URI.create(api + "/graph/v1/paper/batch?fields=" + FIELDS);
        Optional<JsonNode> answer = JsonAnswer.read(NAME, site.post(address, Json.write(Map.of("ids", ids))));
        if (answer.isEmpty()) {
            return ids.stream().map(id -> Optional.<JsonNode>empty()).toList();
        }
        JsonNode rows = answer.get();
        if (!rows.isArray() || rows.size() != ids.size()) {
            throw JsonAnswer.nonsense(NAME, "another number of papers");
        }
        return rows.valueStream()
                .map(row -> Optional.of(row).filter(JsonNode::isObject))
                .toList();
    }

    private static Optional<String> id(Names names) {
        return names.arxiv().map(arxiv -> "ARXIV:" + arxiv).or(() -> names.doi().map(doi -> "DOI:" + doi));
    }

    private static Optional<Draft> draft(JsonNode row) {
        return text(row.path("title")).map(title -> {
            List<String> authors = row.path("authors")
                    .valueStream()
                    .flatMap(author -> text(author.path("name")).stream())
                    .toList();
            Draft plain = Draft.titled(title)
                    .withNames(names(row))
                    .withAbstract(text(row.path("abstract")).orElse(""))
                    .withAuthors(new Authors(authors, authors.size(), Optional.empty()))
                    .withEcho(citations(row))
                    .toldBy(Trust.COPIED);
            Draft summed = summary(row).map(plain::withShortSummary).orElse(plain);
            return text(row.path("publicationDate"))
                    .flatMap(JsonAnswer::day)
                    .map(summed::withPublished)
                    .orElse(summed);
        });
    }

    private static Names names(JsonNode row) {
        Names arxiv = text(row.path("externalIds").path("ArXiv"))
                .flatMap(ArxivId::find)
                .map(Names.NONE::withArxiv)
                .orElse(Names.NONE);
        return doi(row).map(arxiv::withDoi).orElse(arxiv);
    }

    private static Optional<Doi> doi(JsonNode row) {
        return text(row.path("externalIds").path("DOI")).flatMap(Doi::find);
    }

    private static Optional<String> summary(JsonNode row) {
        return text(row.path("tldr").path("text"));
    }

    private static Echo citations(JsonNode row) {
        return new Echo(0, 0, JsonAnswer.count(row.path("citationCount")));
    }
}
