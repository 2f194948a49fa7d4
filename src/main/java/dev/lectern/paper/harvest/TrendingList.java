package dev.lectern.paper.harvest;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.source.DailyPapersApi;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people look at most on Daily Papers, every hour: papers whose list days are long past too, whose upvotes {@link
 * DailyLists} does not ask for any more.
 */
public final class TrendingList implements ListSource {
    public static final String LANE = "trending";
    private static final Duration AGAIN = Duration.ofHours(1);

    private final DailyPapersApi api;

    public TrendingList(DailyPapersApi api) {
        this.api = api;
    }

    @Override
    public String lane() {
        return LANE;
    }

    @Override
    public List<ListDay> wanted(Instant now) {
        return List.of(ListDay.present(PaperList.TRENDING));
    }

    @Override
    public String asked(ListDay what) {
        return DailyPapersApi.NAME;
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        Listed listed = api.trending();
        Listing today = new Listing(what.list(), ListDay.utc(now));
        return new Listed(
                listed.papers().stream().map(paper -> with(paper, today)).toList(), listed.problem());
    }

    private static Draft with(Draft paper, Listing listing) {
        return paper.withListings(
                Stream.concat(paper.listings().stream(), Stream.of(listing)).toList());
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        return Optional.of(now.plus(AGAIN));
    }
}
