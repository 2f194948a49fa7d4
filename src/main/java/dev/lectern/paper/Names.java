package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a paper is called besides its title. Each name belongs to one paper only, and names that come together are one
 * paper's, unless something contradicts:
 *
 * <ul>
 *   <li>A paper has one arXiv id at most: papers of two are two, whatever else they share.
 *   <li>It may have several DOIs (a preprint server's, a publisher's), OpenReview ids (one a venue) and pages.
 *   <li>A title alone joins only what it may: not two publishers' DOIs, nor two pages of one site, as editorials, technical
 *       reports and weekly letters share their titles.
 * </ul>
 *
 * @param dois the publishers' before those of preprint servers; arXiv's own DOIs are arXiv ids
 * @param pages addresses of web pages that are about this paper alone, such as a blog post's
 */
public record Names(
        Optional<ArxivId> arxiv,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<Doi> dois,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<OpenReviewId> openReviews,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<PageAddress> pages) {
    public static final Names NONE = new Names(Optional.empty(), Set.of(), Set.of(), Set.of());

    private static final Set<String> HOSTS_OF_IDS =
            Set.of("arxiv.org", "alphaxiv.org", "huggingface.co", "hf.co", "openreview.net", "doi.org");

    public Names {
        Set<Doi> all = Set.copyOf(dois);
        arxiv = arxiv.or(() -> all.stream()
                .sorted(Doi.PUBLISHERS_FIRST)
                .flatMap(doi -> doi.asArxiv().stream())
                .findFirst());
        dois = sorted(all.stream().filter(doi -> doi.asArxiv().isEmpty()).toList(), Doi.PUBLISHERS_FIRST);
        openReviews = sorted(openReviews, Comparator.comparing(OpenReviewId::value));
        pages = sorted(onePerPage(pages), PageAddress.BEST_FIRST);
    }

    private static <T> Set<T> sorted(Collection<T> names, Comparator<T> order) {
        Set<T> set = new TreeSet<>(order);
        set.addAll(names);
        return Collections.unmodifiableSet(set);
    }

    private static Collection<PageAddress> onePerPage(Set<PageAddress> pages) {
        return pages.stream()
                .collect(Collectors.toMap(
                        PageAddress::key,
                        Function.identity(),
                        BinaryOperator.minBy(PageAddress.BEST_FIRST),
                        TreeMap::new))
                .values();
    }

    /** The name in what a person wrote: an id, or a link in any form; a page's address is not looked for. */
    public static Names find(String text) {
        Optional<ArxivId> arxiv = ArxivId.find(text);
        if (arxiv.isPresent()) {
            return NONE.withArxiv(arxiv.get());
        }
        Optional<OpenReviewId> openReview = OpenReviewId.find(text);
        return openReview
                .map(NONE::withOpenReview)
                .or(() -> Doi.find(text).map(NONE::withDoi))
                .orElse(NONE);
    }

    public Names withArxiv(ArxivId id) {
        return new Names(Optional.of(id), dois, openReviews, pages);
    }

    public Names withDoi(Doi id) {
        return merge(new Names(Optional.empty(), Set.of(id), Set.of(), Set.of()));
    }

    public Names withOpenReview(OpenReviewId id) {
        return merge(new Names(Optional.empty(), Set.of(), Set.of(id), Set.of()));
    }

    /** With a page's address; where that is arXiv's, OpenReview's, Daily Papers' or doi.org's, with the id in it. */
    public Names withPage(String address) {
        return PageAddress.of(address).map(this::withPage).orElse(this);
    }

    private Names withPage(PageAddress page) {
        boolean ofIds = HOSTS_OF_IDS.stream()
                .anyMatch(host -> page.site().equals(host) || page.site().endsWith("." + host));
        Names named = ofIds ? find(page.url()) : NONE;
        return merge(named.isEmpty() ? new Names(Optional.empty(), Set.of(), Set.of(), Set.of(page)) : named);
    }

    /** The publisher's, where there is one. */
    public Optional<Doi> doi() {
        return dois.stream().findFirst();
    }

    public Optional<OpenReviewId> openReview() {
        return openReviews.stream().findFirst();
    }

    /** A web address, http or https. */
    public Optional<String> page() {
        return pages.stream().map(PageAddress::url).findFirst();
    }

    @JsonIgnore
    public boolean isEmpty() {
        return arxiv.isEmpty() && !isPublished() && pages.isEmpty();
    }

    /** Whether somebody who keeps records of papers has one of it: arXiv, a publisher, OpenReview. */
    @JsonIgnore
    boolean isOnRecord() {
        return arxiv.isPresent() || isPublished();
    }

    private boolean isPublished() {
        return !dois.isEmpty() || !openReviews.isEmpty();
    }

    /** The names of both; of two arXiv ids the first stands. */
    Names merge(Names other) {
        return new Names(
                arxiv.or(other::arxiv),
                union(dois, other.dois),
                union(openReviews, other.openReviews),
                union(pages, other.pages));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** Each name by itself, the ones that tell most first. */
    List<Names> each() {
        List<Names> each = new ArrayList<>();
        arxiv.map(NONE::withArxiv).ifPresent(each::add);
        dois.stream().map(NONE::withDoi).forEach(each::add);
        openReviews.stream().map(NONE::withOpenReview).forEach(each::add);
        pages.forEach(page -> each.add(new Names(Optional.empty(), Set.of(), Set.of(), Set.of(page))));
        return each;
    }

    /** Whether both may be names of one paper. */
    boolean mayJoin(Names other) {
        return arxiv.isEmpty() || other.arxiv.isEmpty() || arxiv.get().isSamePaper(other.arxiv.get());
    }

    /** Whether both may be names of one paper where nothing but the title says so. */
    boolean mayJoinByTitle(Names other) {
        return mayJoin(other)
                && !differ(publishers(), other.publishers())
                && pagesBySite().entrySet().stream()
                        .noneMatch(site ->
                                differ(site.getValue(), other.pagesBySite().getOrDefault(site.getKey(), Set.of())));
    }

    private static <T> boolean differ(Set<T> some, Set<T> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    private Set<Doi> publishers() {
        return dois.stream().filter(doi -> !doi.isPreprint()).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> pagesBySite() {
        return pages.stream()
                .collect(Collectors.groupingBy(
                        PageAddress::site, Collectors.mapping(PageAddress::key, Collectors.toSet())));
    }
}
