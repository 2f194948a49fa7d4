package dev.lectern.paper.harvest;

import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SemanticScholar;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Semantic Scholar recommends with the papers that some group read lately; once a day for each. */
public final class RecommendedLists implements ListSource {
    public static final String LANE = "recommended";
    private static final int MOST = 10;
    private static final Duration AGAIN = Duration.ofDays(1);

    private final SemanticScholar scholar;
    private final FollowedListsStore followed;
    private final PaperStore papers;

    public RecommendedLists(SemanticScholar scholar, FollowedListsStore followed, PaperStore papers) {
        this.scholar = scholar;
        this.followed = followed;
        this.papers = papers;
    }

    @Override
    public String lane() {
        return LANE;
    }

    @Override
    public List<ListDay> wanted(Instant now) {
        return followed.followed(now).stream()
                .filter(list -> list.likePaper().isPresent())
                .map(ListDay::present)
                .toList();
    }

    @Override
    public String asked(ListDay what) {
        return SemanticScholar.NAME;
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        Names read =
                what.list().likePaper().flatMap(papers::find).map(Paper::names).orElse(Names.NONE);
        Listing today = new Listing(what.list(), ListDay.utc(now));
        return new Listed(Newcomers.of(scholar.recommended(read, MOST), today, papers), Optional.empty());
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        return Optional.of(now.plus(AGAIN));
    }
}
