package dev.lectern.digest;

import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Vectors;
import dev.lectern.taste.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The papers of some list days, as candidates for a digest, with their vectors. Many groups have theirs at the same
 * moment, so what was read is good for the next few seconds. Any thread.
 */
final class ListedPapers {
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);
    /** Groups that saw their last digest on different days ask for different ones. */
    private static final int MOST = 32;

    /** Of one day there are too few papers to say what is common: a paper is measured against so many days. */
    private static final int AROUND = 10;

    /** What every group has, in the order in which a paper is said to come from them. */
    private static final List<PaperList> EVERYBODYS = List.of(PaperList.DAILY, PaperList.IMPORT);

    private final PaperStore papers;
    private final Vectors vectors;
    private final Map<Days, Read> known = new ConcurrentHashMap<>();

    ListedPapers(PaperStore papers, Vectors vectors) {
        this.papers = papers;
        this.vectors = vectors;
    }

    private record Days(List<PaperList> follows, LocalDate after, LocalDate upTo) {}

    private record Read(Instant at, Listed listed) {
        boolean isGoodAt(Instant now) {
            return Duration.between(at, now).abs().compareTo(GOOD_FOR) < 0;
        }
    }

    /**
     * Those listed after one day and up to another, without what was withdrawn, as they were within the last seconds.
     *
     * @param follows lists besides those that every group has
     */
    Listed between(Collection<PaperList> follows, LocalDate after, LocalDate upTo, Instant now) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.compute(
                        new Days(follows.stream().sorted().toList(), after, upTo),
                        (days, before) -> before != null && before.isGoodAt(now) ? before : new Read(now, read(days)))
                .listed();
    }

    private Listed read(Days days) {
        List<PaperList> lists = Stream.of(
                        days.follows().stream().filter(PaperList::isSubmitter),
                        EVERYBODYS.stream(),
                        days.follows().stream().filter(list -> !list.isSubmitter()),
                        Stream.of(PaperList.TRENDING))
                .flatMap(Function.identity())
                .toList();
        List<Candidate> candidates = papers.listedBetween(lists, days.after(), days.upTo()).stream()
                .filter(paper -> paper.withdrawn().isEmpty())
                .map(paper -> candidate(paper, lists, days))
                .toList();
        List<Paper> around = papers.listedBetween(EVERYBODYS, days.upTo().minusDays(AROUND), days.upTo());
        return Listed.of(candidates, around.stream().map(Subject::of).toList(), vectors.of(ids(candidates, around)));
    }

    private static List<PaperId> ids(List<Candidate> candidates, List<Paper> around) {
        return Stream.concat(
                        candidates.stream().map(Candidate::id), around.stream().map(Paper::id))
                .distinct()
                .toList();
    }

    private static Candidate candidate(Paper paper, List<PaperList> lists, Days days) {
        Listing listing = paper.listings().stream()
                .filter(listed -> lists.contains(listed.list()))
                .filter(listed ->
                        listed.day().isAfter(days.after()) && !listed.day().isAfter(days.upTo()))
                .min(Comparator.comparing((Listing listed) -> lists.indexOf(listed.list()))
                        .thenComparing(Listing::day, Comparator.reverseOrder()))
                .orElseThrow();
        return new Candidate(
                paper.id(),
                paper.title(),
                paper.keywords(),
                paper.abstractText(),
                Math.max(0, paper.upvotes()),
                listing.list().equals(PaperList.TRENDING) ? firstDay(paper, listing.day()) : listing.day(),
                listing.list());
    }

    /** Since when upvotes gather. */
    private static LocalDate firstDay(Paper paper, LocalDate otherwise) {
        return paper.listDays().stream()
                .findFirst()
                .or(paper::published)
                .filter(day -> day.isBefore(otherwise))
                .orElse(otherwise);
    }
}
