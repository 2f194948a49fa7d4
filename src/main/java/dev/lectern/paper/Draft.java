package dev.lectern.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What one source tells about a paper, before the paper has an id here. Texts are one line each. Made from {@link
 * #titled} and the {@code with...} methods.
 *
 * @param title not blank; what is longer than 1,000 UTF-16 units is cut
 * @param abstractText may be empty; what is longer than 20,000 units is cut: whoever sends more sends no abstract
 * @param shortSummary one or two sentences, if the source has them
 * @param tellingSentences the abstract's most telling sentences, as Lectern picked them
 * @param published the day (UTC) on which it first appeared: arXiv's, else the publisher's
 * @param listings the lists on which it stood, and when; empty for a paper that somebody brought
 * @param credits who told its texts, where that was said; see {@link #credited}
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
        Optional<Instant> withdrawn,
        Optional<Credits> credits) {

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_TEXT = 20_000;

    public Draft {
        title = ShortText.cut(title, LONGEST_TITLE);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a paper's title is empty");
        }
        abstractText = ShortText.cut(abstractText, LONGEST_TEXT);
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
                Optional.empty(),
                Optional.empty());
    }

    /** A copy to be changed, once. */
    private static final class Edit {
        private Names names;
        private String title;
        private String abstractText;
        private Optional<String> shortSummary;
        private Optional<String> tellingSentences;
        private Authors authors;
        private Optional<LocalDate> published;
        private List<Listing> listings;
        private Echo echo;
        private List<String> keywords;
        private WebLinks web;
        private Optional<Instant> withdrawn;
        private Optional<Credits> credits;

        Edit(Draft draft) {
            names = draft.names;
            title = draft.title;
            abstractText = draft.abstractText;
            shortSummary = draft.shortSummary;
            tellingSentences = draft.tellingSentences;
            authors = draft.authors;
            published = draft.published;
            listings = draft.listings;
            echo = draft.echo;
            keywords = draft.keywords;
            web = draft.web;
            withdrawn = draft.withdrawn;
            credits = draft.credits;
        }

        Draft done() {
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
                    withdrawn,
                    credits);
        }
    }

    private Draft edited(Consumer<Edit> change) {
        Edit copy = new Edit(this);
        change.accept(copy);
        return copy.done();
    }

    public Draft withNames(Names known) {
        return names.equals(known) ? this : edited(copy -> copy.names = known);
    }

    public Draft withArxivId(ArxivId id) {
        return withNames(names.withArxiv(id));
    }

    public Draft withAbstract(String text) {
        return edited(copy -> copy.abstractText = text);
    }

    public Draft withShortSummary(String text) {
        return edited(copy -> copy.shortSummary = Optional.of(text));
    }

    public Draft withTellingSentences(String text) {
        return edited(copy -> copy.tellingSentences = Optional.of(text));
    }

    public Draft withAuthors(Authors who) {
        return edited(copy -> copy.authors = who);
    }

    public Draft withPublished(LocalDate day) {
        return edited(copy -> copy.published = Optional.of(day));
    }

    /** With the days on whose Daily Papers list it was. */
    public Draft withListDays(List<LocalDate> days) {
        return withListings(days.stream().map(Listing::daily).toList());
    }

    public Draft withListings(Collection<Listing> known) {
        return edited(copy -> copy.listings = List.copyOf(known));
    }

    /** With upvotes and comments on Daily Papers, neither negative. */
    public Draft withEcho(int upvotes, int comments) {
        return withEcho(new Echo(upvotes, comments, echo.citations()));
    }

    public Draft withEcho(Echo heard) {
        return edited(copy -> copy.echo = heard);
    }

    public Draft withKeywords(List<String> words) {
        return edited(copy -> copy.keywords = words);
    }

    public Draft withWeb(WebLinks links) {
        return edited(copy -> copy.web = links);
    }

    public Draft withWithdrawn(Instant since) {
        return edited(copy -> copy.withdrawn = Optional.of(since));
    }

    /** With the word of who told title, abstract and day: the more trusted one's stand when drafts merge. */
    public Draft toldBy(Trust teller) {
        return edited(copy -> copy.credits = Optional.of(Credits.all(teller)));
    }

    /** Who told what; where nobody said, the source for a paper on record anywhere, and a copy for any other. */
    Credits credited() {
        return credits.orElseGet(() -> Credits.all(names.isOnRecord() ? Trust.SOURCE : Trust.COPIED));
    }

    /** The same with its credits written down, so that names which come later do not change them. */
    Draft settled() {
        return credits.isPresent() ? this : edited(copy -> copy.credits = Optional.of(credited()));
    }

    public NormalizedTitle normalizedTitle() {
        return NormalizedTitle.of(title);
    }

    /** What both tell together; see {@link DraftMerge}. */
    public Draft merge(Draft newer) {
        return DraftMerge.of(this, newer);
    }
}
