package dev.lectern.paper.harvest;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import java.util.List;

/** Which papers are new on a list whose source does not say when they came there. */
final class Newcomers {
    private Newcomers() {}

    /** Those that the list did not have on any day, put on it; the others are left out. */
    static List<Draft> of(List<Draft> told, Listing listing, PaperStore papers) {
        return told.stream()
                .filter(paper -> !isListed(paper, listing.list(), papers))
                .map(paper -> paper.withListings(List.of(listing)))
                .toList();
    }

    private static boolean isListed(Draft paper, PaperList list, PaperStore papers) {
        return papers
                .byNames(paper.names())
                .or(() -> papers.byTitle(NormalizedTitle.of(paper.title())))
                .flatMap(papers::find)
                .stream()
                .flatMap(known -> known.listings().stream())
                .anyMatch(listing -> listing.list().equals(list));
    }
}
