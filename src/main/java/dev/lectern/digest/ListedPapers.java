package dev.lectern.digest;

import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The papers of some list days, as candidates for a digest. Many groups have theirs at the same moment, so what was
 * read is good for the next few seconds. Any thread.
 */
final class ListedPapers {
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);
    /** Groups that saw their last digest on different days ask for different ones. */
    private static final int MOST = 32;

    private static final List<PaperList> FOLLOWED = List.of(PaperList.DAILY, PaperList.IMPORT);

    private final PaperStore papers;
    private final Map<Days, Read> known = new ConcurrentHashMap<>();

    ListedPapers(PaperStore papers) {
        this.papers = papers;
    }

    private record Days(LocalDate after, LocalDate upTo) {}

    private record Read(Instant at, List<Candidate> candidates) {
        boolean isGoodAt(Instant now) {
            return Duration.between(at, now).abs().compareTo(GOOD_FOR) < 0;
        }
    }

    /** Those listed after one day and up to another, without what was withdrawn, as they were within the last seconds. */
    List<Candidate> between(LocalDate after, LocalDate upTo, Instant now) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.compute(
                        new Days(after, upTo),
                        (days, before) -> before != null && before.isGoodAt(now) ? before : new Read(now, read(days)))
                .candidates();
    }

    private List<Candidate> read(Days days) {
        return papers.listedBetween(FOLLOWED, days.after(), days.upTo()).stream()
                .filter(paper -> paper.withdrawn().isEmpty())
                .map(ListedPapers::candidate)
                .toList();
    }

    private static Candidate candidate(Paper paper) {
        LocalDate listed = paper.listings().stream()
                .map(Listing::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Candidate(
                paper.id(),
                paper.title(),
                paper.keywords(),
                paper.abstractText(),
                Math.max(0, paper.upvotes()),
                listed);
    }
}
