package dev.lectern.remember;

import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has come back to a group, and how often it wants that. Immutable. */
record Recalls(Pace pace, List<Recalled> before) {
    Recalls {
        before = List.copyOf(before);
    }

    static Recalls begin() {
        return new Recalls(Pace.WEEKLY, List.of());
    }

    Recalls at(Pace other) {
        return new Recalls(other, before);
    }

    Recalls with(Recalled recalled) {
        return new Recalls(
                pace, Stream.concat(before.stream(), Stream.of(recalled)).toList());
    }

    Recalls knownAs(Map<PaperId, PaperId> canonical) {
        return new Recalls(
                pace,
                before.stream()
                        .map(each -> new Recalled(
                                canonical.getOrDefault(each.paper(), each.paper()), each.after(), each.on()))
                        .toList());
    }

    Optional<Recalled> find(PaperId paper, Spacing after) {
        return before.stream()
                .filter(each -> each.paper().equals(paper) && each.after() == after)
                .findFirst();
    }

    /** Whether anything may come back on this day. */
    boolean allowOn(LocalDate today) {
        return pace != Pace.NEVER && !today.isBefore(earliest());
    }

    /** The first day on which something may come back, if anything may; long ago where nothing ever has. */
    LocalDate earliest() {
        return before.stream()
                .map(Recalled::on)
                .max(Comparator.naturalOrder())
                .map(last -> last.plusDays(pace.days()))
                .orElse(LocalDate.MIN);
    }

    /** When something last came back after this distance; long ago where nothing has. */
    LocalDate last(Spacing after) {
        return before.stream()
                .filter(each -> each.after() == after)
                .map(Recalled::on)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }
}
