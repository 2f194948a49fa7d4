package dev.lectern.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Rhythm;
import dev.lectern.group.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestScheduleTest {
    private static final Settings WORKDAYS_AT_NINE = Settings.defaults(Samples.BERLIN);
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC")
            .map(ZoneId::of)
            .toList();

    @Test
    void the_next_digest_is_at_the_hour_of_the_next_of_its_days() {
        Instant friday = Instant.parse("2026-03-06T08:00:00Z");
        assertThat(DigestSchedule.next(WORKDAYS_AT_NINE, friday.minusMillis(1))).isEqualTo(friday);
        assertThat(DigestSchedule.next(WORKDAYS_AT_NINE, friday)).isEqualTo("2026-03-09T08:00:00Z");
    }

    @Test
    void a_digest_stays_at_its_hour_through_a_change_of_clocks() {
        assertThat(DigestSchedule.next(WORKDAYS_AT_NINE, Instant.parse("2026-03-27T08:00:00Z")))
                .isEqualTo("2026-03-30T07:00:00Z");
        assertThat(DigestSchedule.next(WORKDAYS_AT_NINE, Instant.parse("2026-10-23T07:00:00Z")))
                .isEqualTo("2026-10-26T08:00:00Z");
    }

    @Test
    void an_hour_that_the_clocks_leave_out_moves_forward_and_one_that_comes_twice_is_the_first() {
        Settings nights = settings(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 30), Samples.BERLIN);
        assertThat(DigestSchedule.next(nights, Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(DigestSchedule.next(nights, Instant.parse("2026-10-24T12:00:00Z")))
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(DigestSchedule.next(nights, Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo("2026-11-01T01:30:00Z");
    }

    @Test
    void a_digest_on_a_day_that_the_calendar_leaves_out_comes_a_day_later() {
        Settings fridays = settings(Set.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), ZoneId.of("Pacific/Apia"));
        Instant saturdayEarly = Instant.parse("2011-12-30T18:00:00Z");
        assertThat(DigestSchedule.next(fridays, saturdayEarly)).isEqualTo("2011-12-30T19:00:00Z");
    }

    @Test
    void the_next_digest_is_the_first_that_going_through_the_calendar_finds() {
        Seeded.times(300, random -> {
            Settings settings = settings(random);
            Instant now = Samples.instant(random);
            LocalDate from = LocalDate.ofInstant(now, settings.zone()).minusDays(9);
            List<Instant> around = from.datesUntil(from.plusDays(20))
                    .filter(day -> settings.digestDays().contains(day.getDayOfWeek()))
                    .map(day -> ZonedDateTime.of(day, settings.digestTime(), settings.zone())
                            .toInstant())
                    .toList();
            assertThat(DigestSchedule.next(settings, now))
                    .isEqualTo(around.stream().filter(now::isBefore).findFirst().orElseThrow());
        });
    }

    private static Settings settings(Random random) {
        List<DayOfWeek> week = Arrays.asList(DayOfWeek.values());
        Set<DayOfWeek> days = EnumSet.of(Samples.oneOf(week, random), Samples.oneOf(week, random));
        return settings(days, LocalTime.of(random.nextInt(24), random.nextInt(60)), Samples.oneOf(ZONES, random));
    }

    private static Settings settings(Set<DayOfWeek> days, LocalTime time, ZoneId zone) {
        return new Settings(
                List.of(),
                days,
                time,
                zone,
                DayOfWeek.MONDAY,
                LocalTime.NOON,
                Rhythm.WEEKLY,
                Duration.ofDays(1),
                List.of());
    }
}
