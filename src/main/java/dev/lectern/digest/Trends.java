package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which papers many people like, next to the others of their day: upvotes gather for days, and lists differ in size. */
final class Trends {
    /** From this many upvotes on a paper counts as trending; below, it is just new. */
    static final int FROM = 10;
    /** One paper in so many of its day. */
    private static final int ONE_IN = 4;

    private final LocalDate today;
    private final Set<PaperId> trending = new TreeSet<>();
    private final Map<LocalDate, Integer> median = new HashMap<>();

    private Trends(LocalDate today) {
        this.today = today;
    }

    /** @param today the day (UTC) on which is asked; list days after it count as today */
    static Trends of(Collection<Candidate> papers, LocalDate today) {
        Trends trends = new Trends(today);
        papers.stream()
                .collect(Collectors.groupingBy(Candidate::listDay))
                .forEach((day, ofDay) -> trends.note(day, mostUpvotedFirst(ofDay)));
        return trends;
    }

    private static List<Candidate> mostUpvotedFirst(List<Candidate> papers) {
        return papers.stream()
                .sorted(Comparator.comparingInt(Candidate::upvotes).reversed().thenComparing(Candidate::id))
                .toList();
    }

    private void note(LocalDate day, List<Candidate> papers) {
        median.put(day, papers.get(papers.size() / 2).upvotes());
        papers.stream()
                .limit((papers.size() + ONE_IN - 1) / ONE_IN)
                .filter(paper -> paper.upvotes() >= FROM)
                .forEach(paper -> trending.add(paper.id()));
    }

    boolean isTrending(Candidate paper) {
        return trending.contains(paper.id()) && paper.upvotes() >= FROM;
    }

    /** Whether at most half of its day's papers are liked more. */
    boolean isGood(Candidate paper) {
        return paper.upvotes() >= median.getOrDefault(paper.listDay(), 0);
    }

    double upvotesPerDay(Candidate paper) {
        return paper.upvotes() / (double) days(paper);
    }

    Reason.Trending reason(Candidate paper) {
        return new Reason.Trending(paper.upvotes(), days(paper));
    }

    private int days(Candidate paper) {
        return (int) Math.max(1, 1 + ChronoUnit.DAYS.between(paper.listDay(), today));
    }
}
