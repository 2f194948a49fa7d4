package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SemanticScholar;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What Semantic Scholar tells of the papers on the lists of the last days besides what is known of them: citations, DOIs,
 * and a summary where their own source has none. One question for each list day.
 */
public final class Citations implements ListSource {
    public static final String LANE = "citations";
    private static final int DAYS_BACK = 30;
    private static final int DAYS_OF_INTEREST = 7;
    private static final Duration WHILE_IT_IS_OF_INTEREST = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofDays(7);

    private final SemanticScholar scholar;
    private final PaperStore papers;

    public Citations(SemanticScholar scholar, PaperStore papers) {
        this.scholar = scholar;
        this.papers = papers;
    }

    @Override
    public String lane() {
        return LANE;
    }

    /** Not today's, whose list still grows. */
    @Override
    public List<ListDay> wanted(Instant now) {
        return ListDay.back(PaperList.DAILY, ListDay.utc(now).minusDays(1), DAYS_BACK)
                .toList();
    }

    @Override
    public String asked(ListDay what) {
        return SemanticScholar.NAME;
    }

    @Override
    public Listed fetch(ListDay what, Instant now) throws SourceTrouble {
        LocalDate day = what.dated();
        return new Listed(
                scholar.enrich(papers.listedBetween(List.of(what.list()), day.minusDays(1), day)), Optional.empty());
    }

    @Override
    public Optional<Instant> fetched(ListDay what, Instant now) {
        return Optional.of(now.plus(what.daysAgo(now) <= DAYS_OF_INTEREST ? WHILE_IT_IS_OF_INTEREST : LATER));
    }
}
