package dev.lectern.paper.source;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.Trust;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A feed's entry: a paper, or a post that is read like one.
 *
 * @param draft of no list yet
 * @param day (UTC) on which it appeared, or else was changed, as the feed says
 */
record FeedEntry(Draft draft, Optional<LocalDate> day) {
    private static final int LONGEST_SUMMARY = 3000;
    private static final String ARXIV_PREFIX = "^arXiv:\\S+ Announce Type: \\S+ Abstract: ";

    /** Empty when it has no title. */
    static Optional<FeedEntry> read(SyndEntry entry, Optional<URI> base) {
        String title = title(entry);
        if (title.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> published = day(entry.getPublishedDate());
        Draft plain = Draft.titled(title)
                .withNames(names(entry, base))
                .withAbstract(summary(entry))
                .withAuthors(authors(entry))
                // Whoever links to a paper words its title in their own way.
                .toldBy(Trust.COPIED);
        return Optional.of(new FeedEntry(
                published.map(plain::withPublished).orElse(plain), published.or(() -> day(entry.getUpdatedDate()))));
    }

    private static String title(SyndEntry entry) {
        SyndContent typed = entry.getTitleEx();
        String text = Optional.ofNullable(entry.getTitle()).orElse("");
        return typed != null && "text".equals(typed.getType()) ? ShortText.clean(text) : HtmlText.ofTitle(text);
    }

    private static String summary(SyndEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                .flatMap(content -> Stream.ofNullable(content.getValue()))
                .map(HtmlText::of)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> ShortText.cut(text.replaceFirst(ARXIV_PREFIX, ""), LONGEST_SUMMARY))
                .orElse("");
    }

    private static Authors authors(SyndEntry entry) {
        List<String> persons = entry.getAuthors().stream()
                .map(person -> Objects.requireNonNullElse(person.getName(), ""))
                .toList();
        List<String> creators = persons.isEmpty() ? dublinCore(entry, DCModule::getCreators) : persons;
        List<String> all =
                creators.isEmpty() ? Stream.ofNullable(entry.getAuthor()).toList() : creators;
        List<String> people = PersonNames.inFeed(all);
        return new Authors(people, people.size(), Optional.empty());
    }

    private static List<String> dublinCore(SyndEntry entry, Function<DCModule, List<String>> part) {
        return entry.getModule(DCModule.URI) instanceof DCModule core
                ? part.apply(core).stream().filter(Objects::nonNull).toList()
                : List.of();
    }

    /** What the entry leads to, not what it speaks of: links in its text may be to any paper. */
    private static Names names(SyndEntry entry, Optional<URI> base) {
        Names names = Names.NONE;
        names = first(entry, ArxivId::find).map(names::withArxiv).orElse(names);
        names = first(entry, Doi::find).map(names::withDoi).orElse(names);
        names = first(entry, OpenReviewId::find).map(names::withOpenReview).orElse(names);
        return page(entry, base).map(names::withPage).orElse(names);
    }

    private static <T> Optional<T> first(SyndEntry entry, Function<String, Optional<T>> find) {
        return pointers(entry).flatMap(text -> find.apply(text).stream()).findFirst();
    }

    private static Stream<String> pointers(SyndEntry entry) {
        Stream<String> links = Stream.concat(
                Stream.ofNullable(entry.getLink()), entry.getLinks().stream().map(SyndLink::getHref));
        Stream<String> marked = entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equalsIgnoreCase("doi"))
                .map(element -> element.getTextTrim());
        return Stream.of(
                        links,
                        Stream.ofNullable(entry.getUri()),
                        dublinCore(entry, DCModule::getIdentifiers).stream(),
                        marked)
                .flatMap(Function.identity())
                .filter(Objects::nonNull);
    }

    private static Optional<String> page(SyndEntry entry, Optional<URI> base) {
        return Stream.of(entry.getLink(), entry.getUri())
                .filter(Objects::nonNull)
                .flatMap(link ->
                        base.map(found -> WebAddress.of(found, link)).orElseGet(() -> WebAddress.of(link)).stream())
                .filter(address -> Names.find(address).isEmpty() && WebAddress.isDeep(address))
                .findFirst();
    }

    private static Optional<LocalDate> day(@Nullable Date date) {
        return Optional.ofNullable(date)
                .map(found -> LocalDate.ofInstant(found.toInstant(), ZoneOffset.UTC))
                .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
    }
}
