package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import dev.lectern.paper.source.DailyPapersApi;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Daily Papers, day by day: today's list while it grows, the last days' again for their upvotes, and once each day that
 * was missed. A day is complete when its list was fetched after its end (UTC), also when it was empty.
 */
public final class DailyLists implements ListSource {
    public static final String LANE = "daily";
    private static final int MOST_DAYS_BACK = 30;
    private static final int DAYS_OF_INTEREST = 3;
    private static final Duration WHILE_IT_GROWS = Duration.ofHours(1);
    private static final Duration WHILE_IT_IS_OF_INTEREST = Duration.ofHours(6);

    private final DailyPapersApi api;
    private final HarvestStore store;

    public DailyLists(DailyPapersApi api, HarvestStore store) {
        this.api = api;
        this.store = store;
    }

    @Override
    public String lane() {
        return LANE;
    }

    @Override
    public List<ListDay> wanted(Instant now) {
        Set<LocalDate> complete = store.completeDays(PaperList.DAILY);
        return ListDay.back(PaperList.DAILY, ListDay.utc(now), MOST_DAYS_BACK + 1)
                .filter(what -> what.daysAgo(now) <= DAYS_OF_INTEREST || !complete.contains(what.dated()))
                .toList();
    }

    @Override
    public String asked(ListDay what) {
        return DailyPapersApi.NAME;
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        return api.day(what.dated());
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        long ago = what.daysAgo(now);
        if (ago < 1) {
            return Optional.of(now.plus(WHILE_IT_GROWS));
        }
        store.complete(what.list(), what.dated());
        return ago > DAYS_OF_INTEREST ? Optional.empty() : Optional.of(now.plus(WHILE_IT_IS_OF_INTEREST));
    }
}
