package dev.lectern.remember;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What comes back to a group, and after how long. */
record Recall(ReadPaper read, Spacing after) {
    /** Shorter than the shortest time for which something is due. */
    private static final int LOOK_DAYS = 14;

    /**
     * What comes back on a day: the distance whose turn it is longest, of that what was read first. A meeting's main paper
     * alone, each paper once at each distance. After a month and after three only what somebody left notes or questions
     * for, as the title alone brings nothing back then. Nothing on the day of a meeting, which has its own messages.
     *
     * @param meetings the days of the meetings ahead and of those just held, in the group's zone
     */
    static Optional<Recall> next(
            Collection<ReadPaper> read, Recalls recalls, LocalDate today, Set<LocalDate> meetings) {
        if (!recalls.allowOn(today) || meetings.contains(today)) {
            return Optional.empty();
        }
        return read.stream()
                .filter(ReadPaper::main)
                .flatMap(paper -> due(paper, recalls, today))
                .min(Comparator.comparing((Recall due) -> recalls.last(due.after))
                        .thenComparing(Recall::after, Comparator.reverseOrder())
                        .thenComparing(due -> due.read.date())
                        .thenComparing(due -> due.read.paper()));
    }

    /**
     * When to look again, after this day: when something is due, and before what is read meanwhile could be missed.
     *
     * @param today on which was looked
     */
    static LocalDate nextLook(Collection<ReadPaper> read, Recalls recalls, LocalDate today) {
        LocalDate latest = today.plusDays(LOOK_DAYS);
        return read.stream()
                .filter(ReadPaper::main)
                .flatMap(paper -> ahead(paper, recalls)
                        .filter(after -> !after.isOver(paper.date(), today))
                        .map(after -> after.first(paper.date())))
                .map(due -> later(due, today.plusDays(1)))
                .map(due -> later(due, recalls.earliest()))
                .filter(latest::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(latest);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stream<Recall> due(ReadPaper paper, Recalls recalls, LocalDate today) {
        return ahead(paper, recalls)
                .filter(after -> after.isDue(paper.date(), today))
                .map(after -> new Recall(paper, after));
    }

    private static Stream<Spacing> ahead(ReadPaper paper, Recalls recalls) {
        return Arrays.stream(Spacing.values())
                .filter(after -> after == Spacing.YEAR || paper.hasMore())
                .filter(after -> recalls.find(paper.paper(), after).isEmpty());
    }
}
