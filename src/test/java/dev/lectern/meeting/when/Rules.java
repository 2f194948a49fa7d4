package dev.lectern.meeting.when;

import dev.lectern.Samples;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules of all kinds, each with a way to know its dates that goes through the calendar day by day. */
final class Rules {
    static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Pacific/Apia",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "America/Sao_Paulo",
                    "UTC")
            .map(ZoneId::of)
            .toList();
    private static final LocalDate END = LocalDate.of(2140, 1, 1);

    private Rules() {}

    /** @param meets whether a date is one of the rule's, were it on or after its first */
    record Slow(MeetingRule rule, Predicate<LocalDate> meets) {
        List<LocalDate> after(Instant instant, int n) {
            LocalDate nearby = instant.atZone(rule.zone()).toLocalDate().minusDays(2);
            return (nearby.isAfter(rule.first()) ? nearby : rule.first())
                    .datesUntil(END)
                    .filter(meets)
                    .filter(date -> start(date).isAfter(instant))
                    .limit(n)
                    .toList();
        }

        Instant start(LocalDate date) {
            return ZonedDateTime.of(date, rule.time(), rule.zone()).toInstant();
        }
    }

    static Slow any(Random random) {
        DayOfWeek day = Samples.oneOf(Arrays.asList(DayOfWeek.values()), random);
        String code = day.name().substring(0, 2);
        int each = 1 + random.nextInt(4);
        int monthDay = 1 + random.nextInt(31);
        LocalDate anchor = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(20 * 366));
        return switch (random.nextInt(7)) {
            case 0 ->
                slow(
                        random,
                        anchor,
                        "FREQ=WEEKLY;INTERVAL=" + each + ";BYDAY=" + code,
                        first -> date ->
                                date.getDayOfWeek() == day && ChronoUnit.DAYS.between(first, date) % (7L * each) == 0);
            case 1 ->
                slow(
                        random,
                        anchor,
                        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                        first -> date -> date.getDayOfWeek().getValue() <= 5);
            case 2 ->
                slow(
                        random,
                        anchor,
                        "FREQ=MONTHLY;INTERVAL=" + each + ";BYDAY=2" + code,
                        first -> date -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(2, day)))
                                && months(first, date, each));
            case 3 ->
                slow(
                        random,
                        anchor,
                        "FREQ=MONTHLY;BYDAY=-1" + code,
                        first -> date -> date.equals(date.with(TemporalAdjusters.lastInMonth(day))));
            case 4 ->
                slow(
                        random,
                        anchor,
                        "FREQ=MONTHLY;INTERVAL=" + each + ";BYMONTHDAY=" + monthDay,
                        first -> date -> date.getDayOfMonth() == monthDay && months(first, date, each));
            case 5 ->
                slow(
                        random,
                        anchor,
                        "FREQ=DAILY;INTERVAL=" + each,
                        first -> date -> ChronoUnit.DAYS.between(first, date) % each == 0);
            default ->
                slow(
                        random,
                        anchor,
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                        first -> date -> date.getMonthValue() == 2 && date.getDayOfMonth() == 29);
        };
    }

    private static boolean months(LocalDate first, LocalDate date, int each) {
        return ChronoUnit.MONTHS.between(first.withDayOfMonth(1), date.withDayOfMonth(1)) % each == 0;
    }

    private interface Meets {
        Predicate<LocalDate> from(LocalDate first);
    }

    private static Slow slow(Random random, LocalDate anchor, String rrule, Meets meets) {
        MeetingRule rule = new MeetingRule(
                        "FREQ=DAILY",
                        anchor,
                        LocalTime.NOON,
                        Samples.oneOf(ZONES, random),
                        Duration.ofMinutes(30 + random.nextInt(90)),
                        Optional.empty())
                .by(rrule, LocalTime.of(random.nextInt(24), random.nextInt(60)), anchor);
        return new Slow(rule, meets.from(rule.first()));
    }
}
