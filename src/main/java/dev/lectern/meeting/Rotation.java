package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose turn it is to present. First whoever presented least often; among those, whoever did so longest ago, and never
 * is longest; among those, who joined first. Only whoever presented last goes to the end, so that nobody has two meetings
 * in a row while somebody else can.
 *
 * <p>The whole history given counts, also what was before others joined: a newcomer to an old group catches up, at every
 * second meeting at most. To limit that, give a shorter history.
 */
public final class Rotation {
    private Rotation() {}

    /**
     * Everybody who can present, in the order in which to ask.
     *
     * @param members in the order of joining
     * @param history in any order; of people who are no longer members, it is ignored
     * @param unavailable who is not to be asked: away, or declined already
     */
    public static List<UserId> order(Set<UserId> members, List<Presented> history, Set<UserId> unavailable) {
        Map<UserId, Long> times =
                history.stream().collect(Collectors.groupingBy(Presented::who, Collectors.counting()));
        Map<UserId, LocalDate> latest =
                history.stream().collect(Collectors.toMap(Presented::who, Presented::when, Rotation::later));
        Set<UserId> justPresented = justPresented(history);
        return members.stream()
                .filter(member -> !unavailable.contains(member))
                .sorted(Comparator.<UserId, Boolean>comparing(justPresented::contains)
                        .thenComparing(member -> times.getOrDefault(member, 0L))
                        .thenComparing(member -> latest.getOrDefault(member, LocalDate.MIN)))
                .toList();
    }

    /** The first in {@link #order}; empty where nobody can present. */
    public static Optional<UserId> next(Set<UserId> members, List<Presented> history, Set<UserId> unavailable) {
        return order(members, history, unavailable).stream().findFirst();
    }

    private static Set<UserId> justPresented(List<Presented> history) {
        Map<LocalDate, Set<UserId>> byDate = history.stream()
                .collect(
                        Collectors.groupingBy(Presented::when, Collectors.mapping(Presented::who, Collectors.toSet())));
        return byDate.keySet().stream()
                .max(Comparator.naturalOrder())
                .map(byDate::get)
                .orElseGet(Set::of);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
