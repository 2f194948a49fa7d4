package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** When members are absent, in Redis; what is long past goes with their next change. Any thread, any process. */
public final class AbsenceStore {
    /** Longer than whoever counts who could have presented looks back. */
    private static final int YEARS_KEPT = 2;

    private final GroupValues<Kept> absences;

    public AbsenceStore(UnifiedJedis redis) {
        this.absences = new GroupValues<>(redis, "absences", Kept.class);
    }

    private record Kept(List<Absence> absences) {}

    /** Of all members, also past ones and those of people who are no longer members, earliest first. */
    public List<Absence> of(GroupId group) {
        return absences.all(group).stream()
                .flatMap(kept -> kept.absences().stream())
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::who))
                .toList();
    }

    /** Of one member, earliest first. */
    public List<Absence> of(GroupId group, UserId who) {
        return absences.find(group, who.value()).map(Kept::absences).orElse(List.of());
    }

    /** Who can't present on which day, as it stands now. */
    public BiPredicate<UserId, LocalDate> away(GroupId group) {
        List<Absence> known = of(group);
        return (who, day) -> Absence.isAway(known, who, day);
    }

    void add(Change change, Absence absence, LocalDate today) {
        save(
                change,
                absence.who(),
                Stream.concat(of(change.group(), absence.who()).stream(), Stream.of(absence))
                        .distinct()
                        .filter(one -> one.until().isAfter(today.minusYears(YEARS_KEPT)))
                        .sorted(Comparator.comparing(Absence::from))
                        .toList());
    }

    void remove(Change change, Absence absence) {
        save(
                change,
                absence.who(),
                of(change.group(), absence.who()).stream()
                        .filter(one -> !one.equals(absence))
                        .toList());
    }

    private void save(Change change, UserId who, List<Absence> after) {
        if (after.isEmpty()) {
            absences.remove(change, who.value());
        } else {
            absences.save(change, who.value(), new Kept(after));
        }
    }
}
