package dev.lectern.paper.harvest;

import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Arxiv;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * arXiv's announcements in the categories that some group follows. Feeds show the newest ones only; what was announced
 * on a day on which no feed was fetched, after a category was first followed, is asked of arXiv's API, once for each
 * such day.
 */
public final class ArxivLists implements ListSource {
    public static final String LANE = "arxiv";
    private static final int MOST_DAYS_BACK = 14;
    private static final Duration AGAIN = Duration.ofHours(2);

    private final Arxiv arxiv;
    private final FollowedListsStore followed;
    private final HarvestStore store;
    private final PaperStore papers;

    public ArxivLists(Arxiv arxiv, FollowedListsStore followed, HarvestStore store, PaperStore papers) {
        this.arxiv = arxiv;
        this.followed = followed;
        this.store = store;
        this.papers = papers;
    }

    @Override
    public String lane() {
        return LANE;
    }

    @Override
    public List<ListDay> wanted(Instant now) {
        List<PaperList> lists =
                followed.followed(now).stream().filter(PaperList::isArxiv).toList();
        return Stream.concat(
                        lists.stream().map(ListDay::present), lists.stream().flatMap(list -> missed(list, now)))
                .toList();
    }

    private Stream<ListDay> missed(PaperList list, Instant now) {
        Set<LocalDate> complete = store.completeDays(list);
        Optional<LocalDate> begun = complete.stream().min(LocalDate::compareTo);
        return ListDay.back(list, ArxivDays.newestFeed(now).minusDays(1), MOST_DAYS_BACK)
                .filter(what -> begun.filter(what.dated()::isAfter).isPresent())
                .filter(what -> ArxivDays.hasFeed(what.dated()) && !complete.contains(what.dated()));
    }

    @Override
    public String asked(ListDay what) {
        return Arxiv.NAME;
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        String category = what.list().name();
        if (what.day().isEmpty()) {
            return arxiv.announced(category, ListDay.utc(now));
        }
        LocalDate day = what.dated();
        Listed submitted = arxiv.submitted(category, ArxivDays.firstSubmitted(day), ArxivDays.lastSubmitted(day));
        // On the day on which they come in: the digests of the missed days may be out already.
        Listing listing = new Listing(what.list(), ListDay.utc(now));
        return new Listed(Newcomers.of(submitted.papers(), listing, papers), submitted.problem());
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        store.complete(what.list(), what.day().orElseGet(() -> ArxivDays.newestFeed(now)));
        return what.day().isPresent() ? Optional.empty() : Optional.of(now.plus(AGAIN));
    }
}
