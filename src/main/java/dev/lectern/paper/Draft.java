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
 * What one source tells about a paper, before the paper has an id here. Texts are one line each.
 *
 * @param title not blank
 * @param abstractText may be empty
 * @param shortSummary one or two sentences, if the source has them
 * @param published arXiv's day (UTC)
 * @param listDays the days (UTC) on whose Daily Papers list it was
 * @param upvotes not negative
 * @param comments not negative
 * @param withdrawn since when, if it was
 */
public record Draft(
        Optional<ArxivId> arxivId,
        String title,
        String abstractText,
        Optional<String> shortSummary,
        Authors authors,
        Optional<LocalDate> published,
        List<LocalDate> listDays,
        int upvotes,
        int comments,
        List<String> keywords,
        WebLinks web,
        Optional<Instant> withdrawn) {

    public Draft {
        title = ShortText.clean(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a paper's title is empty");
        }
        if (upvotes < 0 || comments < 0) {
            throw new IllegalArgumentException("negative upvotes or comments: " + title);
        }
        abstractText = ShortText.clean(abstractText);
        shortSummary = shortSummary.map(ShortText::clean).filter(text -> !text.isEmpty());
        listDays = List.copyOf(new TreeSet<>(listDays));
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
                Optional.empty(),
                title,
                "",
                Optional.empty(),
                Authors.UNKNOWN,
                Optional.empty(),
                List.of(),
                0,
                0,
                List.of(),
                WebLinks.NONE,
                Optional.empty());
    }

    public Draft withArxivId(ArxivId id) {
        return new Draft(
                Optional.of(id),
                title,
                abstractText,
                shortSummary,
                authors,
                published,
                listDays,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withAbstract(String text) {
        return new Draft(
                arxivId,
                title,
                text,
                shortSummary,
                authors,
                published,
                listDays,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withShortSummary(String text) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                Optional.of(text),
                authors,
                published,
                listDays,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withAuthors(Authors who) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                who,
                published,
                listDays,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withPublished(LocalDate day) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                authors,
                Optional.of(day),
                listDays,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withListDays(List<LocalDate> days) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                authors,
                published,
                days,
                upvotes,
                comments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withEcho(int newUpvotes, int newComments) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                authors,
                published,
                listDays,
                newUpvotes,
                newComments,
                keywords,
                web,
                withdrawn);
    }

    public Draft withKeywords(List<String> words) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                authors,
                published,
                listDays,
                upvotes,
                comments,
                words,
                web,
                withdrawn);
    }

    public Draft withWeb(WebLinks links) {
        return new Draft(
                arxivId,
                title,
                abstractText,
                shortSummary,
                authors,
                published,
                listDays,
                upvotes,
                comments,
                keywords,
                links,
                withdrawn);
    }

    public NormalizedTitle normalizedTitle() {
        return NormalizedTitle.of(title);
    }

    /**
     * What both tell together; nothing known is lost. A title that comes with an arXiv id stands before one without,
     * else the first; the longer abstract and list of authors, the higher counts, the newer links, all list days.
     */
    Draft merge(Draft newer) {
        SortedSet<LocalDate> days = new TreeSet<>(listDays);
        days.addAll(newer.listDays);
        Set<String> words = new LinkedHashSet<>(keywords);
        words.addAll(newer.keywords);
        return new Draft(
                arxivId.or(newer::arxivId),
                arxivId.isEmpty() && newer.arxivId.isPresent() ? newer.title : title,
                newer.abstractText.length() > abstractText.length() ? newer.abstractText : abstractText,
                newer.shortSummary.or(() -> shortSummary),
                authors.merge(newer.authors),
                arxivId.isEmpty() && newer.arxivId.isPresent()
                        ? newer.published.or(() -> published)
                        : published.or(newer::published),
                List.copyOf(days),
                Math.max(upvotes, newer.upvotes),
                Math.max(comments, newer.comments),
                List.copyOf(words),
                web.merge(newer.web),
                withdrawn.or(newer::withdrawn));
    }
}
