package dev.lectern.paper.source;

import static dev.lectern.paper.source.JsonAnswer.text;
import static dev.lectern.paper.source.JsonAnswer.texts;

import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.Trust;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Crossref: what publishers registered with a DOI. Any thread.
 *
 * @see <a href="https://api.crossref.org/swagger-ui/index.html">Crossref's REST API</a>
 */
public final class Crossref implements Lookup {
    public static final String NAME = "Crossref";
    private static final int LONGEST_ABSTRACT = 10_000;

    private final Site site;
    private final URI api;

    /** @param api such as {@code https://api.crossref.org} */
    public Crossref(Site site, URI api) {
        this.site = site;
        this.api = api;
    }

    @Override
    public boolean takes(Names names) {
        return names.doi().isPresent();
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        if (names.doi().isEmpty()) {
            return Optional.empty();
        }
        Doi doi = names.doi().get();
        URI address = URI.create(api + "/works/" + URLEncoder.encode(doi.value(), StandardCharsets.UTF_8));
        Optional<JsonNode> answer = JsonAnswer.read(NAME, site.get(address));
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(draft(doi, answer.get().path("message")));
    }

    private static Draft draft(Doi doi, JsonNode work) throws SourceTrouble {
        String title = texts(work.path("title")).stream()
                .findFirst()
                .map(HtmlText::ofTitle)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() -> JsonAnswer.nonsense(NAME, "a work without a title"));
        List<String> authors = authors(work.path("author"));
        Draft plain = Draft.titled(title)
                .withNames(Names.NONE.withDoi(doi))
                .withAbstract(text(work.path("abstract"))
                        .map(jats -> ShortText.cut(HtmlText.ofJats(jats), LONGEST_ABSTRACT))
                        .orElse(""))
                .withAuthors(new Authors(authors, authors.size(), Optional.empty()))
                .toldBy(Trust.SOURCE);
        return published(work).map(plain::withPublished).orElse(plain);
    }

    private static List<String> authors(JsonNode list) {
        return list.valueStream()
                .map(author -> Stream.of(author.path("given"), author.path("family"))
                        .flatMap(part -> text(part).stream())
                        .collect(Collectors.joining(" ")))
                .map(HtmlText::ofTitle)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The earliest whole date; many are a year, or a year and a month. */
    private static Optional<LocalDate> published(JsonNode work) {
        return Stream.of("published-online", "published-print", "published", "issued", "posted")
                .map(name -> work.path(name).path("date-parts").path(0))
                .filter(parts -> parts.size() == 3)
                .flatMap(parts -> JsonAnswer.day(
                        JsonAnswer.count(parts.path(0)),
                        JsonAnswer.count(parts.path(1)),
                        JsonAnswer.count(parts.path(2)))
                        .stream())
                .min(LocalDate::compareTo);
    }
}
