package dev.lectern.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one source tells about a paper, before the paper has an id here. Texts are one line each. Made from {@link
 * #titled} and the {@code with...} methods.
 *
 * @param title not blank
 * @param abstractText may be empty
 * @param shortSummary one or two sentences, if the source has them
 * @param tellingSentences the abstract's most telling sentences, as Lectern picked them
 * @param published the day (UTC) on which it first appeared: arXiv's, else the publisher's
 * @param listings the lists on which it stood, and when; empty for a paper that somebody brought
 */
public record Draft(
        Names names,
        String title,
        String abstractText,
        Optional<String> shortSummary,
        Optional<String> tellingSentences,
        Authors authors,
        Optional<LocalDate> published,
        List<Listing> listings,
        Echo echo,
        List<String> keywords,
        WebLinks web,
        Optional<Instant> withdrawn) {

    public Draft {
        title = ShortText.clean(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a paper's title is empty");
        }
        abstractText = ShortText.clean(abstractText);
        shortSummary = shortSummary.map(ShortText::clean).filter(text -> !text.isEmpty());
        tellingSentences = tellingSentences.map(ShortText::clean).filter(text -> !text.isEmpty());
        listings = List.copyOf(new TreeSet<>(listings));
        keywords = distinct(keywords);
    }

    private static List<String> distinct(Collection<String> words) {
        Set<String> seen = new LinkedHashSet<>();
        words.stream().map(ShortText::clean).filter(word -> !word.isEmpty()).forEach(seen::add);
        return List.copyOf(seen);
    }

    /** A paper of which only the title is known: the start for the {@code with...} methods. */
    public static Draft titled(String title) {
        return new Draft(
                Names.NONE,
                title,
                "",
                Optional.empty(),
                Optional.empty(),
                Authors.UNKNOWN,
                Optional.empty(),
                List.of(),
                Echo.NONE,
                List.of(),
                WebLinks.NONE,
                Optional.empty());
    }

    public Draft withNames(Names known) {
        return new Draft(
                known,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withArxivId(ArxivId id) {
        return withNames(names.withArxiv(id));
    }

    public Draft withAbstract(String text) {
        return new Draft(
                names,
                title,
                text,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withShortSummary(String text) {
        return new Draft(
                names,
                title,
                abstractText,
                Optional.of(text),
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withTellingSentences(String text) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                Optional.of(text),
                authors,
                published,
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withAuthors(Authors who) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                who,
                published,
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withPublished(LocalDate day) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                Optional.of(day),
                listings,
                echo,
                keywords,
                web,
                withdrawn);
    }

    /** With the days on whose Daily Papers list it was. */
    public Draft withListDays(List<LocalDate> days) {
        return withListings(days.stream().map(Listing::daily).toList());
    }

    public Draft withListings(Collection<Listing> known) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                List.copyOf(known),
                echo,
                keywords,
                web,
                withdrawn);
    }

    public Draft withEcho(int upvotes, int comments) {
        return withEcho(new Echo(upvotes, comments, echo.citations()));
    }

    public Draft withEcho(Echo heard) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                heard,
                keywords,
                web,
                withdrawn);
    }

    public Draft withKeywords(List<String> words) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                words,
                web,
                withdrawn);
    }

    public Draft withWeb(WebLinks links) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                keywords,
                links,
                withdrawn);
    }

    public Draft withWithdrawn(Instant since) {
        return new Draft(
                names,
                title,
                abstractText,
                shortSummary,
                tellingSentences,
                authors,
                published,
                listings,
                echo,
                keywords,
                web,
                Optional.of(since));
    }

    public NormalizedTitle normalizedTitle() {
        return NormalizedTitle.of(title);
    }

    /**
     * What both tell together; nothing known is lost. A title that comes with an arXiv id stands before one without,
     * else the first; the longer abstract and list of authors, the higher counts, the newer links, all listings.
     */
    Draft merge(Draft newer) {
        SortedSet<Listing> all = new TreeSet<>(listings);
        all.addAll(newer.listings);
        Set<String> words = new LinkedHashSet<>(keywords);
        words.addAll(newer.keywords);
        boolean namedByNewer = names.arxiv().isEmpty() && newer.names.arxiv().isPresent();
        return new Draft(
                names.merge(newer.names),
                namedByNewer ? newer.title : title,
                newer.abstractText.length() > abstractText.length() ? newer.abstractText : abstractText,
                newer.shortSummary.or(() -> shortSummary),
                newer.tellingSentences.or(() -> tellingSentences),
                authors.merge(newer.authors),
                namedByNewer ? newer.published.or(() -> published) : published.or(newer::published),
                List.copyOf(all),
                echo.merge(newer.echo),
                List.copyOf(words),
                web.merge(newer.web),
                withdrawn.or(newer::withdrawn));
    }
}
