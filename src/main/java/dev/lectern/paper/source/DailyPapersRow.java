package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.WebLinks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One row of a Daily Papers answer, {@code {"paper": {...}, "publishedAt": ..., "numComments": ...}}, or a flat paper.
 * Nearly every part may be missing or of another type than usual; a title there must be.
 */
final class DailyPapersRow {
    private static final int MOST_KEYWORDS = 30;
    private static final int LONGEST_QUOTE = 60;

    /** The row is no paper that could be kept. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;

        Unusable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    private final JsonNode row;
    private final JsonNode paper;

    private DailyPapersRow(JsonNode row) {
        this.row = row;
        this.paper = row.path("paper").isObject() ? row.path("paper") : row;
    }

    static Draft read(JsonNode row) throws Unusable {
        if (!row.isObject()) {
            throw new Unusable(kind(row) + " stands where a paper should be");
        }
        return new DailyPapersRow(row).draft();
    }

    private Draft draft() throws Unusable {
        String title = either("title")
                .orElseThrow(() -> new Unusable(text(row.path("error"))
                        .map(error -> "it holds an error: " + quote(error))
                        .orElse("it has no title")));
        Draft plain = Draft.titled(title)
                .withNames(arxivId().map(Names.NONE::withArxiv).orElse(Names.NONE))
                .withAbstract(either("summary").or(() -> either("abstract")).orElse(""))
                .withAuthors(authors())
                .withListings(listDay().map(Listing::daily).stream().toList())
                .withEcho(
                        Math.max(number(paper.path("upvotes")), number(row.path("upvotes"))),
                        Math.max(number(row.path("numComments")), number(paper.path("numComments"))))
                .withKeywords(keywords())
                .withWeb(web());
        Draft summed =
                text(paper.path("ai_summary")).map(plain::withShortSummary).orElse(plain);
        Draft dated = day(paper.path("publishedAt")).map(summed::withPublished).orElse(summed);
        return instant(paper.path("withdrawnAt")).map(dated::withWithdrawn).orElse(dated);
    }

    private Optional<String> either(String name) {
        return text(paper.path(name)).or(() -> text(row.path(name)));
    }

    private Optional<ArxivId> arxivId() {
        return either("id").flatMap(ArxivId::find);
    }

    private Optional<LocalDate> listDay() {
        return day(paper.path("submittedOnDailyAt")).or(this::olderListDay);
    }

    /** Rows of before 2025 have no submittedOnDailyAt: theirs is the row's publishedAt, later than the paper's own. */
    private Optional<LocalDate> olderListDay() {
        Optional<Instant> listed = paper == row ? Optional.empty() : instant(row.path("publishedAt"));
        Optional<Instant> published = instant(paper.path("publishedAt"));
        return listed.filter(at -> published.filter(at::isAfter).isPresent()).map(DailyPapersRow::utcDay);
    }

    private Authors authors() {
        JsonNode list = paper.path("authors");
        Optional<String> organization = organization(paper).or(() -> organization(row));
        if (list.isString()) {
            return new Authors(split(list.stringValue()), 0, organization);
        }
        List<String> names = list.isArray()
                ? list.valueStream().flatMap(author -> name(author).stream()).toList()
                : List.of();
        long hidden = list.valueStream().filter(DailyPapersRow::isHidden).count();
        return new Authors(names, Math.toIntExact(names.size() + hidden), organization);
    }

    private static List<String> split(String names) {
        return Arrays.asList(names.split("\\s*(?:[,;]|\\band\\b)\\s*"));
    }

    private static Optional<String> name(JsonNode author) {
        if (isHidden(author)) {
            return Optional.empty();
        }
        return text(author.isObject() ? author.path("name") : author)
                .or(() -> text(author.path("user").path("fullname")));
    }

    /** Who asked not to be shown is counted, not named. */
    private static boolean isHidden(JsonNode author) {
        return author.path("hidden").isBoolean() && author.path("hidden").booleanValue();
    }

    private static Optional<String> organization(JsonNode holder) {
        JsonNode organization = holder.path("organization");
        return text(organization)
                .or(() -> text(organization.path("fullname")))
                .or(() -> text(organization.path("name")));
    }

    private List<String> keywords() {
        JsonNode words = paper.path("ai_keywords");
        return words.isArray()
                ? words.valueStream()
                        .flatMap(word -> text(word).stream())
                        .limit(MOST_KEYWORDS)
                        .toList()
                : List.of();
    }

    private WebLinks web() {
        return new WebLinks(
                text(paper.path("githubRepo")).map(DailyPapersRow::repositoryUrl),
                text(paper.path("projectPage")),
                either("thumbnail").or(() -> either("mediaUrl")));
    }

    private static String repositoryUrl(String repository) {
        return repository.matches("[\\w.-]+/[\\w.-]+") ? "https://github.com/" + repository : repository;
    }

    private static Optional<String> text(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return Optional.empty();
        }
        return Optional.of(ShortText.clean(value.asString())).filter(text -> !text.isEmpty());
    }

    private static int number(JsonNode value) {
        try {
            double number = text(value).map(Double::parseDouble).orElse(0.0);
            return (int) Math.max(0, number);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return instant(value).map(DailyPapersRow::utcDay);
    }

    private static LocalDate utcDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(JsonNode value) {
        return text(value)
                .flatMap(text -> Stream.of(text, text + "Z", text + "T00:00:00Z")
                        .flatMap(form -> parse(form).stream())
                        .findFirst());
    }

    private static Optional<Instant> parse(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Optional.of(instant).filter(DailyPapersRow::isOfThisAge);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A year such as 0001 or 20226 is a slip, and no paper's. */
    private static boolean isOfThisAge(Instant instant) {
        int year = utcDay(instant).getYear();
        return year >= 1900 && year < 2200;
    }

    private static String quote(String text) {
        return ShortText.cut(text, LONGEST_QUOTE);
    }

    private static String kind(JsonNode value) {
        if (value.isString()) {
            return "the text \"" + quote(value.stringValue()) + "\"";
        }
        if (value.isArray()) {
            return "a list";
        }
        return value.isNull() ? "null" : "the value " + quote(value.toString());
    }
}
