package dev.lectern.paper.source;

import static dev.lectern.paper.source.JsonAnswer.text;
import static dev.lectern.paper.source.JsonAnswer.texts;

import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import dev.lectern.paper.Trust;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** OpenReview: submissions by the id of their forum, in the shapes of both of its APIs. Any thread. */
public final class OpenReview implements Lookup {
    public static final String NAME = "OpenReview";

    private final Site site;
    private final List<URI> apis;

    /** @param apis asked in this order, such as {@code https://api2.openreview.net} and the one for older venues */
    public OpenReview(Site site, List<URI> apis) {
        this.site = site;
        this.apis = List.copyOf(apis);
    }

    /** OpenReview answers 400 and 403 for what is not there, or not for everybody. */
    public static SiteRules rules(List<URI> apis) {
        return SiteRules.of(NAME, apis.get(0)).withOrigins(apis).withMissing(Set.of(400, 403, 404, 410));
    }

    @Override
    public boolean takes(Names names) {
        return names.openReview().isPresent();
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        if (names.openReview().isEmpty()) {
            return Optional.empty();
        }
        OpenReviewId id = names.openReview().get();
        for (URI api : apis) {
            Optional<Draft> found = find(api, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> find(URI api, OpenReviewId id) throws SourceTrouble {
        Optional<JsonNode> answer = JsonAnswer.read(NAME, site.get(URI.create(api + "/notes?id=" + id)));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        JsonNode notes = answer.get().path("notes");
        if (!notes.isArray()) {
            throw JsonAnswer.nonsense(NAME, "no list of notes");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(draft(id, notes.path(0)));
    }

    private static Draft draft(OpenReviewId id, JsonNode note) throws SourceTrouble {
        JsonNode content = note.path("content");
        String title = text(part(content, "title"))
                .orElseThrow(() -> new SourceTrouble(
                        SourceTrouble.Kind.NEVER, "what OpenReview keeps as " + id + " is a comment, not a paper"));
        List<String> authors = texts(part(content, "authors"));
        Draft plain = Draft.titled(title)
                .withNames(Names.NONE.withOpenReview(id))
                .withAbstract(text(part(content, "abstract")).orElse(""))
                .withAuthors(new Authors(authors, authors.size(), Optional.empty()))
                .withKeywords(texts(part(content, "keywords")))
                .toldBy(Trust.SOURCE);
        Draft summed = Stream.of("TLDR", "TL;DR")
                .flatMap(name -> text(part(content, name)).stream())
                .findFirst()
                .map(plain::withShortSummary)
                .orElse(plain);
        Draft dated = published(note).map(summed::withPublished).orElse(summed);
        return withdrawn(note, content).map(dated::withWithdrawn).orElse(dated);
    }

    /** {@code {"title": {"value": "..."}}} in the newer API, {@code {"title": "..."}} in the older. */
    private static JsonNode part(JsonNode content, String name) {
        JsonNode part = content.path(name);
        return part.isObject() ? part.path("value") : part;
    }

    private static Optional<LocalDate> published(JsonNode note) {
        return Stream.of("pdate", "odate", "cdate")
                .flatMap(name -> instant(note.path(name)).stream())
                .findFirst()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private static Optional<Instant> withdrawn(JsonNode note, JsonNode content) {
        boolean is = text(part(content, "venueid"))
                .or(() -> text(note.path("invitation")))
                .filter(venue -> venue.endsWith("Withdrawn_Submission"))
                .isPresent();
        return is ? instant(note.path("mdate")) : Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode millis) {
        return millis.isIntegralNumber() && millis.canConvertToLong()
                ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
                        .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z")))
                : Optional.empty();
    }
}
