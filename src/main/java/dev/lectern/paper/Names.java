package dev.lectern.paper;

import java.util.Optional;

/**
 * What a paper is called besides its title. Each name belongs to one paper only.
 *
 * @param page the address of a web page that is about this paper alone, such as a blog post's
 */
public record Names(
        Optional<ArxivId> arxiv, Optional<Doi> doi, Optional<OpenReviewId> openReview, Optional<String> page) {
    public static final Names NONE = new Names(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Names {
        page = page.flatMap(HttpLink::of);
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
        return new Names(Optional.of(id), doi, openReview, page);
    }

    public Names withDoi(Doi id) {
        return new Names(arxiv, Optional.of(id), openReview, page);
    }

    public Names withOpenReview(OpenReviewId id) {
        return new Names(arxiv, doi, Optional.of(id), page);
    }

    public Names withPage(String address) {
        return new Names(arxiv, doi, openReview, Optional.of(address));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The names of both; where they differ, these stand. */
    Names merge(Names newer) {
        return new Names(
                arxiv.or(newer::arxiv), doi.or(newer::doi), openReview.or(newer::openReview), page.or(newer::page));
    }
}
