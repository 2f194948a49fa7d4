package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists that some group follows, each as it is at present, every other hour. */
public final class FollowedLists implements ListSource {
    private static final Duration AGAIN = Duration.ofHours(2);

    private final String lane;
    private final Predicate<PaperList> ours;
    private final FollowedListsStore followed;
    private final Function<PaperList, String> asked;
    private final Reader reader;

    /** Gets one list. */
    @FunctionalInterface
    public interface Reader {
        /** @param today in UTC, for what does not say its day */
        Listed read(PaperList list, LocalDate today) throws SourceTrouble;
    }

    /**
     * @param ours which of the followed lists come from here
     * @param asked whom a list comes from, for people
     */
    public FollowedLists(
            String lane,
            Predicate<PaperList> ours,
            FollowedListsStore followed,
            Function<PaperList, String> asked,
            Reader reader) {
        this.lane = lane;
        this.ours = ours;
        this.followed = followed;
        this.asked = asked;
        this.reader = reader;
    }

    @Override
    public String lane() {
        return lane;
    }

    @Override
    public List<ListDay> wanted(Instant now) {
        return followed.followed(now).stream()
                .filter(ours)
                .map(ListDay::present)
                .toList();
    }

    @Override
    public String asked(ListDay what) {
        return asked.apply(what.list());
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        return reader.read(what.list(), ListDay.utc(now));
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        return Optional.of(now.plus(AGAIN));
    }
}
