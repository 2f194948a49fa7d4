package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import dev.lectern.paper.ReadableTex;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.Trust;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** A paper from the fields of a BibTeX or BibLaTeX entry, by their names in lower case. */
final class BibTexEntry {
    private static final int MOST_KEYWORDS = 30;
    private static final int LONGEST_ABSTRACT = 10_000;
    private static final int LONGEST_FIELD = 20_000;
    /** The DOIs that arXiv gives its papers name the paper by its arXiv id. */
    private static final Pattern DOI_OF_ARXIV =
            Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/)?10\\.48550/arxiv\\.", Pattern.CASE_INSENSITIVE);

    /** A letter's command; the space behind it only ends it. */
    private static final Pattern LETTER =
            Pattern.compile("(\\\\(?:[ijoOlL]|aa|AA|ae|AE|oe|OE|ss|dh|DH|th|TH|dj|DJ|ng|NG))\\s+");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s{}\"<>]+");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** {@code March}, {@code mar. 15}, {@code 15 March}, {@code 03}. */
    private static final Pattern MONTH =
            Pattern.compile("(?:(\\d{1,2})\\W{0,3})?([a-z]{3,9}|\\d{1,2})\\.?(?:\\W{1,3}(\\d{1,2}))?");

    private final Map<String, String> fields;

    private BibTexEntry(Map<String, String> fields) {
        this.fields = fields;
    }

    static Draft draft(Map<String, String> fields) throws BibTexFile.Unusable {
        return new BibTexEntry(fields).draft();
    }

    private Draft draft() throws BibTexFile.Unusable {
        String title = text("title");
        if (title.isEmpty()) {
            throw new BibTexFile.Unusable("it has no title");
        }
        Draft plain = Draft.titled(title)
                .withNames(names())
                .withAbstract(ShortText.cut(text("abstract"), LONGEST_ABSTRACT))
                .withAuthors(authors())
                .withKeywords(keywords());
        return published().map(plain::withPublished).orElse(plain).toldBy(Trust.COPIED);
    }

    private String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private String text(String name) {
        return plain(field(name));
    }

    /** LaTeX as it stands in fields, as one line that people can read. */
    static String plain(String tex) {
        String some = tex.substring(0, Math.min(LONGEST_FIELD, tex.length()));
        String text = ReadableTex.of(LETTER.matcher(some).replaceAll("$1{}"));
        // A brace that is left groups words.
        return ShortText.clean(Parser.unescapeEntities(text, false).replaceAll("[{}]", ""));
    }

    /** A field that holds an id or an address, in which LaTeX' special characters may be escaped. */
    private String address(String name) {
        return DOI_OF_ARXIV
                .matcher(field(name))
                .replaceAll("arXiv:")
                .replaceAll("\\\\([_%&#~{}])", "$1")
                .replaceAll("\\\\url\\b", "");
    }

    private Names names() {
        Names ids = Names.NONE;
        ids = arxiv().map(ids::withArxiv).orElse(ids);
        ids = doi().map(ids::withDoi).orElse(ids);
        ids = first(OpenReviewId::find, "url", "note", "howpublished", "pdf")
                .map(ids::withOpenReview)
                .orElse(ids);
        return ids.isEmpty() ? page().map(ids::withPage).orElse(ids) : ids;
    }

    private Optional<ArxivId> arxiv() {
        String archive = (field("archiveprefix") + field("eprinttype")).toLowerCase(Locale.ROOT);
        boolean ofArxiv = archive.isEmpty() || archive.contains("arxiv");
        return Optional.of(field("eprint"))
                .filter(eprint -> ofArxiv)
                .flatMap(ArxivId::find)
                .or(() -> first(ArxivId::find, "url", "journal", "note", "howpublished", "doi", "arxiv", "pdf"))
                .or(this::inComputingRepository);
    }

    /** As DBLP writes them: {@code journal = {CoRR}, volume = {abs/1706.03762}}. */
    private Optional<ArxivId> inComputingRepository() {
        return Optional.of(field("volume").replaceFirst("^abs/", ""))
                .filter(volume -> field("journal").equalsIgnoreCase("CoRR"))
                .flatMap(ArxivId::find);
    }

    private Optional<Doi> doi() {
        return first(Doi::find, "doi", "url", "note", "howpublished");
    }

    private <T> Optional<T> first(Function<String, Optional<T>> find, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> find.apply(address(name)).stream())
                .findFirst();
    }

    private Optional<String> page() {
        return Stream.of("url", "howpublished", "note")
                .map(this::address)
                .flatMap(text -> LINK.matcher(text).results().map(match -> match.group()))
                .flatMap(address -> WebAddress.of(address).stream())
                .filter(WebAddress::isDeep)
                .findFirst();
    }

    private Authors authors() {
        List<String> names = PersonNames.split(fields.getOrDefault("author", "")).stream()
                .map(PersonNames::firstNameFirst)
                .map(BibTexEntry::plain)
                .toList();
        return new Authors(names, names.size(), Optional.empty());
    }

    private List<String> keywords() {
        return Arrays.stream(text("keywords").split("[,;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .limit(MOST_KEYWORDS)
                .toList();
    }

    /** Only a whole date: a year alone would become a day that it was not. */
    private Optional<LocalDate> published() {
        return day(field("date")).or(this::dayOfParts);
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> dayOfParts() {
        Matcher month = MONTH.matcher(text("month").toLowerCase(Locale.ROOT));
        if (!month.matches()) {
            return Optional.empty();
        }
        String day = Stream.of(field("day"), month.group(1), month.group(3))
                .filter(found -> found != null && !found.isEmpty())
                .findFirst()
                .orElse("");
        return number(day)
                .flatMap(d -> number(field("year")).flatMap(y -> JsonAnswer.day(y, month(month.group(2)), d)));
    }

    private static int month(String written) {
        return number(written).orElseGet(() -> 1 + MONTHS.indexOf(written.substring(0, 3)));
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }
}
