package dev.lectern.discover;

import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A list of papers that people ask for by its name. Days are Daily Papers' list days, which are UTC. */
enum Shelf {
    /** The newest list day that is not in the future, by upvotes. */
    TODAY {
        @Override
        LocalDate first(LocalDate today) {
            return today.minusDays(LOOK_BACK);
        }

        @Override
        List<Paper> arranged(List<Paper> papers, LocalDate today) {
            Optional<LocalDate> newest = newestDay(papers, today);
            return mostUpvotesFirst(papers.stream()
                    .filter(paper -> newest.filter(paper.listDays()::contains).isPresent())
                    .toList());
        }
    },
    /** The ISO week so far, by upvotes. */
    WEEK {
        @Override
        LocalDate first(LocalDate today) {
            return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        List<Paper> arranged(List<Paper> papers, LocalDate today) {
            return mostUpvotesFirst(papers);
        }
    },
    /** The month so far, by upvotes. */
    MONTH {
        @Override
        LocalDate first(LocalDate today) {
            return today.withDayOfMonth(1);
        }

        @Override
        List<Paper> arranged(List<Paper> papers, LocalDate today) {
            return mostUpvotesFirst(papers);
        }
    },
    /** The last seven days, and what is looked at most now whatever its day, by upvotes for each day on the list. */
    TRENDING {
        @Override
        List<PaperList> lists() {
            return List.of(PaperList.DAILY, PaperList.TRENDING);
        }

        @Override
        LocalDate first(LocalDate today) {
            return today.minusDays(TREND_DAYS - 1);
        }

        @Override
        List<Paper> arranged(List<Paper> papers, LocalDate today) {
            return papers.stream()
                    .filter(paper -> isListedSince(paper, first(today), today) || isLookedAt(paper, today))
                    .sorted(Comparator.comparingDouble((Paper paper) -> upvotesADay(paper, today))
                            .reversed()
                            .thenComparing(Paper::id))
                    .toList();
        }
    };

    /** Longer than any holidays of the list so far. */
    private static final int LOOK_BACK = 20;

    private static final int TREND_DAYS = 7;

    /** On which papers stand that belong here. */
    List<PaperList> lists() {
        return List.of(PaperList.DAILY);
    }

    /** The first day whose list belongs to this one; the last is today. */
    abstract LocalDate first(LocalDate today);

    /** Of papers that stood on a list on these days, those that belong here, in their order. */
    abstract List<Paper> arranged(List<Paper> papers, LocalDate today);

    /** The word after {@code /papers}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that names none */
    static Shelf of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isListedSince(Paper paper, LocalDate first, LocalDate today) {
        return paper.listDays().stream().anyMatch(day -> !day.isBefore(first) && !day.isAfter(today));
    }

    /** Since yesterday: today's may not have been asked for yet. */
    private static boolean isLookedAt(Paper paper, LocalDate today) {
        return Stream.of(today, today.minusDays(1))
                .map(day -> new Listing(PaperList.TRENDING, day))
                .anyMatch(paper.listings()::contains);
    }

    /** The newest day up to today on which one of these papers was listed. */
    static Optional<LocalDate> newestDay(List<Paper> papers, LocalDate today) {
        return papers.stream()
                .flatMap(paper -> paper.listDays().stream())
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
    }

    /** Upvotes for each day since the paper was first listed, that day and today included. */
    static double upvotesADay(Paper paper, LocalDate today) {
        LocalDate since = paper.listDays().stream()
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
        return paper.upvotes() / (double) (ChronoUnit.DAYS.between(since, today) + 1);
    }

    private static List<Paper> mostUpvotesFirst(List<Paper> papers) {
        return papers.stream()
                .sorted(Comparator.comparingInt(Paper::upvotes).reversed().thenComparing(Paper::id))
                .toList();
    }
}
