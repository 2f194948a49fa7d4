package dev.lectern.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A zone for calendars that do not know it by its name: how its clocks are set in the years that a calendar shows, out of
 * Java's own rules, because biweekly would fetch them from a site. RFC 5545, section 3.6.5. Where the clocks change by one rule
 * each year that rule is given, which older Outlooks ask for; elsewhere each change by itself.
 */
final class ZoneDefinition {
    /** Which such day of the month, the last one first: where it is the fourth as well, "last" is what laws say. */
    private static final List<Integer> PLACES = List.of(-1, 1, 2, 3, 4);

    private static final int DAYS_OF_WEEK = 7;

    private final ZoneId zone;
    private final ZoneRules rules;

    private ZoneDefinition(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Right from the beginning of the year of {@code first} to the end of that of {@code last}, both UTC. */
    static VTimezone of(ZoneId zone, Instant first, Instant last) {
        return new ZoneDefinition(zone).between(start(first, 0), start(last, 1));
    }

    private static Instant start(Instant some, int later) {
        return Year.from(some.atOffset(ZoneOffset.UTC))
                .plusYears(later)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                // A zone's new year is up to 14 hours beside that of UTC.
                .plus(later == 0 ? -1 : 1, ChronoUnit.DAYS);
    }

    private VTimezone between(Instant from, Instant until) {
        VTimezone defined = new VTimezone(zone.getId());
        add(defined, atFirst(from));
        Map<List<Object>, List<ZoneOffsetTransition>> alike = new LinkedHashMap<>();
        for (ZoneOffsetTransition change = rules.nextTransition(from);
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            alike.computeIfAbsent(kind(change), none -> new ArrayList<>()).add(change);
        }
        int lastYear = until.atOffset(ZoneOffset.UTC).getYear() - 1;
        alike.values().forEach(changes -> add(defined, changes, lastYear));
        return defined;
    }

    /** What holds before the first change. */
    private Observance atFirst(Instant from) {
        ZoneOffset offset = rules.getOffset(from);
        return observance(from, LocalDateTime.ofInstant(from, offset), offset, offset);
    }

    /** What changes by one rule have in common. */
    private static List<Object> kind(ZoneOffsetTransition change) {
        LocalDateTime local = change.getDateTimeBefore();
        return List.of(
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                local.getMonth(),
                local.getDayOfWeek(),
                local.toLocalTime());
    }

    private void add(VTimezone defined, List<ZoneOffsetTransition> changes, int lastYear) {
        Optional<Recurrence> rule = rule(changes, lastYear);
        List<ZoneOffsetTransition> said = rule.isPresent() ? changes.subList(0, 1) : changes;
        for (ZoneOffsetTransition change : said) {
            Observance observance = observance(
                    change.getInstant(), change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
            rule.ifPresent(observance::setRecurrenceRule);
            add(defined, observance);
        }
    }

    private static void add(VTimezone defined, Observance observance) {
        if (observance instanceof DaylightSavingsTime summer) {
            defined.addDaylightSavingsTime(summer);
        } else {
            defined.addStandardTime((StandardTime) observance);
        }
    }

    private Observance observance(Instant at, LocalDateTime before, ZoneOffset from, ZoneOffset to) {
        Observance observance = rules.isDaylightSavings(at) ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new DateTimeComponents(
                before.getYear(),
                before.getMonthValue(),
                before.getDayOfMonth(),
                before.getHour(),
                before.getMinute(),
                before.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(from));
        observance.setTimezoneOffsetTo(offset(to));
        return observance;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }

    /** One rule for all of these changes; empty where none of them comes again each year to the last. */
    private static Optional<Recurrence> rule(List<ZoneOffsetTransition> changes, int lastYear) {
        List<LocalDateTime> days =
                changes.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList();
        int firstYear = days.get(0).getYear();
        List<Integer> years = days.stream().map(LocalDateTime::getYear).toList();
        if (!years.equals(IntStream.rangeClosed(firstYear, lastYear).boxed().toList())) {
            return Optional.empty();
        }
        LocalDateTime any = days.get(0);
        return PLACES.stream()
                .filter(place -> days.stream().allMatch(day -> isAt(place, day)))
                .findFirst()
                .map(place -> new Recurrence.Builder(Frequency.YEARLY)
                        .byMonth(any.getMonthValue())
                        .byDay(place, DayOfWeek.valueOf(any.getDayOfWeek().name()))
                        .build());
    }

    private static boolean isAt(int place, LocalDateTime day) {
        return place > 0
                ? (day.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1 == place
                : day.getDayOfMonth() + DAYS_OF_WEEK > day.toLocalDate().lengthOfMonth();
    }
}
