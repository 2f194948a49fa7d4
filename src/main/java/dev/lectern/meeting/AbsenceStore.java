package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** When members are absent, in Redis; what is long past goes with their next change. Any thread, any process. */
public final class AbsenceStore {
    private static final String ABSENCES = "absences";
    /** Longer than whoever counts who could have presented looks back. */
    private static final int YEARS_KEPT = 2;

    private final UnifiedJedis redis;

    public AbsenceStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    private record Kept(List<Absence> absences) {}

    /** Of all members, also past ones and those of people who are no longer members, earliest first. */
    public List<Absence> of(GroupId group) {
        return redis.hgetAll(new GroupKeys(group).of(ABSENCES)).values().stream()
                .flatMap(json -> Stored.read(json, Kept.class).absences().stream())
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::who))
                .toList();
    }

    /** Of one member, earliest first. */
    public List<Absence> of(GroupId group, UserId who) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(ABSENCES), who.value()))
                .map(json -> Stored.read(json, Kept.class).absences())
                .orElse(List.of());
    }

    /** Who can't present on which day, as it stands now. */
    public BiPredicate<UserId, LocalDate> away(GroupId group) {
        List<Absence> absences = of(group);
        return (who, day) -> Absence.isAway(absences, who, day);
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

    private static void save(Change change, UserId who, List<Absence> absences) {
        if (absences.isEmpty()) {
            change.remove(ABSENCES, who.value());
        } else {
            change.put(ABSENCES, who.value(), new Kept(absences));
        }
    }
}
