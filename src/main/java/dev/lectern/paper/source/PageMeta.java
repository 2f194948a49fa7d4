package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Names;
import dev.lectern.paper.ShortText;
import dev.lectern.redis.Json;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a web page says about itself, the most exact first: Highwire's {@code citation_} tags, Dublin Core, JSON-LD
 * (schema.org), OpenGraph, its title.
 *
 * @see <a href="https://scholar.google.com/intl/en/scholar/inclusion.html#indexing">the tags that Google Scholar reads</a>
 */
final class PageMeta {
    private static final int LONGEST_DESCRIPTION = 3000;
    private static final Pattern ARTICLE =
            Pattern.compile("(?:Scholarly|Tech|News|Medical\\w+)?Article|BlogPosting|Report|CreativeWork");

    private final Document page;
    private final Optional<JsonNode> linked;

    private PageMeta(Document page) {
        this.page = page;
        this.linked = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> nodes(script.data()))
                .filter(node -> JsonAnswer.texts(node.path("@type")).stream()
                        .anyMatch(type -> ARTICLE.matcher(type).matches()))
                .findFirst();
    }

    static PageMeta of(Document page) {
        return new PageMeta(page);
    }

    private static Stream<JsonNode> nodes(String json) {
        try {
            JsonNode root = Json.MAPPER.readTree(json);
            Stream<JsonNode> roots = root.isArray() ? root.valueStream() : Stream.of(root);
            return roots.flatMap(
                    node -> Stream.concat(Stream.of(node), node.path("@graph").valueStream()));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    Optional<String> title() {
        return first(
                        meta("citation_title", "dc.title", "dcterms.title"),
                        linked("headline"),
                        linked("name"),
                        meta("og:title", "twitter:title"),
                        page.select("head > title").stream().map(Element::text))
                .map(HtmlText::ofTitle)
                .filter(title -> !title.isEmpty());
    }

    /** May be empty. */
    String description() {
        return first(
                        meta("citation_abstract", "dc.description", "dcterms.abstract"),
                        linked("abstract"),
                        linked("description"),
                        meta("og:description", "description"))
                .map(HtmlText::of)
                .map(text -> ShortText.cut(text, LONGEST_DESCRIPTION))
                .orElse("");
    }

    Authors authors() {
        List<String> cited =
                meta("citation_author", "dc.creator", "dcterms.creator").toList();
        List<String> all = !cited.isEmpty()
                ? cited
                : first(meta("citation_authors")).map(List::of).orElseGet(this::lessExact);
        List<String> names = PersonNames.inFeed(all);
        return new Authors(names, names.size(), Optional.empty());
    }

    private List<String> lessExact() {
        List<String> named = linked.map(node -> node.path("author")).stream()
                .flatMap(author -> author.isArray() ? author.valueStream() : Stream.of(author))
                .flatMap(author -> JsonAnswer.text(author.isObject() ? author.path("name") : author).stream())
                .toList();
        return named.isEmpty()
                ? meta("author").filter(name -> !name.contains("://")).toList()
                : named;
    }

    /** Only a whole date. */
    Optional<LocalDate> published() {
        return Stream.of(
                        meta(
                                "citation_online_date",
                                "citation_publication_date",
                                "citation_date",
                                "dc.date",
                                "dcterms.issued"),
                        linked("datePublished"),
                        meta("article:published_time"))
                .flatMap(Function.identity())
                .flatMap(text -> JsonAnswer.day(text).stream())
                .findFirst();
    }

    /** With the ids that the page gives in the tags meant for them; not those that it merely links to. */
    Names ids(Names names) {
        Optional<ArxivId> arxiv = first(meta("citation_arxiv_id")).flatMap(ArxivId::find);
        Optional<Doi> doi = Stream.concat(
                        meta("citation_doi"), meta("dc.identifier", "dcterms.identifier", "prism.doi"))
                .flatMap(text -> Doi.find(text).stream())
                .findFirst();
        Names more = arxiv.map(names::withArxiv).orElse(names);
        return doi.map(more::withDoi).orElse(more);
    }

    private Stream<String> meta(String... names) {
        List<String> wanted = List.of(names);
        return wanted.stream()
                .flatMap(name -> page.select("meta[content]").stream()
                        .filter(tag -> called(tag).anyMatch(name::equals))
                        .map(tag -> ShortText.clean(tag.attr("content")))
                        .filter(text -> !text.isEmpty()));
    }

    private static Stream<String> called(Element tag) {
        return Stream.of(tag.attr("name"), tag.attr("property")).map(name -> name.toLowerCase(Locale.ROOT));
    }

    private Stream<String> linked(String name) {
        return linked.map(node -> node.path(name)).stream().flatMap(value -> JsonAnswer.texts(value).stream());
    }

    @SafeVarargs
    private static Optional<String> first(Stream<String>... inOrder) {
        return Arrays.stream(inOrder).flatMap(Function.identity()).findFirst();
    }
}
