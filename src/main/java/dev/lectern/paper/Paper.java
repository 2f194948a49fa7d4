package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.group.GroupId;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A paper that Lectern knows.
 *
 * @param id for ever the same, also when the paper gains an arXiv id later
 * @param facts all that its sources told so far
 * @param addedAt when it first came in
 */
public record Paper(PaperId id, Draft facts, Instant addedAt) {
    private static final Texts TEXTS = Texts.of(Paper.class);

    public Paper {
        Draft settled = facts.settled();
        facts = settled.names().arxiv().isPresent()
                ? settled
                : id.asArxiv().map(settled::withArxivId).orElse(settled);
    }

    /** A paper that is new here, under the first name that it comes by. */
    public static Paper added(Draft facts, Instant at) {
        return new Paper(PaperId.of(facts), facts, at);
    }

    /**
     * Whether nothing is known of it but what somebody typed. Where {@link PaperId#typedIn()} does not say in which channel,
     * an earlier Lectern kept it, and nobody finds it any more who does not have it.
     */
    @JsonIgnore
    public boolean isOnlyTyped() {
        return facts.credited().equals(Credits.all(Trust.TYPED));
    }

    /** Whether people in this channel may know of it. */
    public boolean isKnownIn(GroupId channel) {
        return id.typedIn().map(channel::equals).orElse(true);
    }

    public Names names() {
        return facts.names();
    }

    public Optional<ArxivId> arxivId() {
        return facts.names().arxiv();
    }

    public String title() {
        return facts.title();
    }

    /** May be empty. */
    public String abstractText() {
        return facts.abstractText();
    }

    public Optional<String> shortSummary() {
        return facts.shortSummary();
    }

    /** The names that are known; see {@link #authorCount}. */
    public List<String> authors() {
        return facts.authors().names();
    }

    public int authorCount() {
        return facts.authors().count();
    }

    public Optional<String> organization() {
        return facts.authors().organization();
    }

    /** The day (UTC) on which it first appeared: arXiv's, else the publisher's. */
    public Optional<LocalDate> published() {
        return facts.published();
    }

    /** The days on whose Daily Papers list it was, UTC, first to last; may be empty. */
    public List<LocalDate> listDays() {
        return listings().stream()
                .filter(listing -> listing.list().equals(PaperList.DAILY))
                .map(Listing::day)
                .toList();
    }

    /** The lists on which it stood, first to last; empty for a paper that somebody brought. */
    public List<Listing> listings() {
        return facts.listings();
    }

    /** Whether anybody can know it by then: a paper whose lists are all of later days comes only with them. */
    public boolean isKnownOn(LocalDate day) {
        return listings().isEmpty() || !listings().get(0).day().isAfter(day);
    }

    public int upvotes() {
        return facts.echo().upvotes();
    }

    public int comments() {
        return facts.echo().comments();
    }

    public int citations() {
        return facts.echo().citations();
    }

    public List<String> keywords() {
        return facts.keywords();
    }

    public Optional<String> codeUrl() {
        return facts.web().code();
    }

    public Optional<String> projectUrl() {
        return facts.web().project();
    }

    public Optional<Instant> withdrawn() {
        return facts.withdrawn();
    }

    /** The organization; else "A. Author, B. Author and 5 others"; else "7 authors"; else nothing. */
    public String byline() {
        return facts.authors().byline();
    }

    /** Where to read on, the paper itself first. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        arxivId().ifPresent(arxiv -> {
            links.add(new Link("arXiv", "https://arxiv.org/abs/" + arxiv));
            links.add(new Link("PDF", "https://arxiv.org/pdf/" + arxiv));
            links.add(new Link("Daily Papers", "https://huggingface.co/papers/" + arxiv));
        });
        names().doi().ifPresent(doi -> links.add(new Link("DOI", "https://doi.org/" + doi)));
        names().openReview()
                .ifPresent(id -> links.add(new Link("OpenReview", "https://openreview.net/forum?id=" + id)));
        names().page().ifPresent(url -> links.add(new Link(TEXTS.say("link.page"), url)));
        codeUrl().ifPresent(url -> links.add(new Link(TEXTS.say("link.code"), url)));
        projectUrl()
                .filter(url -> !codeUrl().equals(Optional.of(url)))
                .ifPresent(url -> links.add(new Link(TEXTS.say("link.project"), url)));
        return List.copyOf(links);
    }

    /**
     * The source's short summary, else the abstract's most telling sentences, else its beginning, cut to at most {@code
     * max} UTF-16 units; may be empty.
     */
    public String summary(int max) {
        return ShortText.cut(shortSummary().or(facts::tellingSentences).orElse(abstractText()), max);
    }

    /** This paper with what a newer source tells besides; keeps the id and the day when it came in. */
    public Paper merge(Draft newer) {
        return new Paper(id, facts.merge(newer), addedAt);
    }

    /** This paper with what is known of it under another record; the earlier day of coming in stands. */
    public Paper merge(Paper newer) {
        Instant first = addedAt.isBefore(newer.addedAt) ? addedAt : newer.addedAt;
        return new Paper(id, facts.merge(newer.facts), first);
    }
}
