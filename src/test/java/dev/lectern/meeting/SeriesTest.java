package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Rhythm;
import dev.lectern.group.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SeriesTest {
    private static final LocalDate ANCHOR = LocalDate.of(2026, 1, 5);
    private static final Instant SPRING = Instant.parse("2026-03-20T00:00:00Z");
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Pacific/Apia",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "America/Sao_Paulo",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    @Test
    void a_meeting_stays_at_its_hour_through_a_change_of_clocks() {
        assertThat(thursdays(Rhythm.WEEKLY).after(SPRING, 3).stream().map(ZonedDateTime::toInstant))
                .containsExactly(
                        Instant.parse("2026-03-26T14:00:00Z"),
                        Instant.parse("2026-04-02T13:00:00Z"),
                        Instant.parse("2026-04-09T13:00:00Z"));
    }

    @Test
    void fortnights_are_counted_from_the_anchor() {
        assertThat(dates(thursdays(Rhythm.FORTNIGHTLY), Instant.EPOCH))
                .containsExactly("2026-01-08", "2026-01-22", "2026-02-05");
        assertThat(dates(thursdays(Rhythm.FORTNIGHTLY), SPRING))
                .containsExactly("2026-04-02", "2026-04-16", "2026-04-30");
    }

    @Test
    void an_anchor_after_the_week_s_meeting_day_starts_the_count_in_the_week_after() {
        Series wednesdays = new Series(
                DayOfWeek.WEDNESDAY, LocalTime.NOON, Samples.BERLIN, Rhythm.FORTNIGHTLY, LocalDate.of(2026, 1, 9));
        assertThat(dates(wednesdays, Instant.EPOCH)).containsExactly("2026-01-14", "2026-01-28", "2026-02-11");
    }

    @Test
    void once_a_month_is_the_day_s_first_in_the_month() {
        assertThat(dates(thursdays(Rhythm.MONTHLY), SPRING)).containsExactly("2026-04-02", "2026-05-07", "2026-06-04");
        Series late = new Series(
                DayOfWeek.THURSDAY, LocalTime.of(15, 0), Samples.BERLIN, Rhythm.MONTHLY, LocalDate.of(2026, 4, 3));
        assertThat(dates(late, Instant.EPOCH)).startsWith("2026-05-07");
    }

    @Test
    void the_meeting_that_begins_just_now_is_not_ahead() {
        Instant start = Instant.parse("2026-04-02T13:00:00Z");
        assertThat(thursdays(Rhythm.WEEKLY).next(start)).isEqualTo("2026-04-09T15:00+02:00[Europe/Berlin]");
        assertThat(thursdays(Rhythm.WEEKLY).next(start.minusMillis(1)))
                .isEqualTo("2026-04-02T15:00+02:00[Europe/Berlin]");
    }

    @Test
    void a_time_that_the_clocks_leave_out_moves_forward() {
        Series nights = new Series(DayOfWeek.SUNDAY, LocalTime.of(2, 30), Samples.BERLIN, Rhythm.WEEKLY, ANCHOR);
        assertThat(nights.next(Instant.parse("2026-03-28T00:00:00Z")))
                .isEqualTo("2026-03-29T03:30+02:00[Europe/Berlin]");
    }

    @Test
    void a_meeting_on_a_day_that_the_calendar_leaves_out_comes_a_day_later() {
        Series fridays = new Series(
                DayOfWeek.FRIDAY,
                LocalTime.of(9, 0),
                ZoneId.of("Pacific/Apia"),
                Rhythm.WEEKLY,
                LocalDate.of(2011, 1, 1));
        Instant saturdayEarly = Instant.parse("2011-12-30T18:00:00Z");
        assertThat(fridays.next(saturdayEarly).toInstant()).isEqualTo("2011-12-30T19:00:00Z");
    }

    @Test
    void a_time_that_comes_twice_is_the_earlier_one() {
        Series nights = new Series(DayOfWeek.SUNDAY, LocalTime.of(2, 30), Samples.BERLIN, Rhythm.WEEKLY, ANCHOR);
        assertThat(nights.next(Instant.parse("2026-10-24T12:00:00Z")).toInstant())
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void a_series_comes_from_a_group_s_settings() {
        assertThat(Series.of(Settings.defaults(Samples.BERLIN), ANCHOR)).isEqualTo(thursdays(Rhythm.WEEKLY));
        assertThat(thursdays(Rhythm.WEEKLY).rrule()).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(thursdays(Rhythm.WEEKLY).after(SPRING, 0)).isEmpty();
    }

    @Test
    void the_slots_are_those_that_going_through_the_calendar_finds() {
        Seeded.times(300, random -> {
            Series series = series(random);
            Instant after = Samples.instant(random);
            assertThat(series.after(after, 5)).isEqualTo(byCalendar(series, after, 5));
        });
    }

    @Test
    void each_slot_leads_to_the_next() {
        Seeded.times(100, random -> {
            Series series = series(random);
            List<ZonedDateTime> slots = series.after(Samples.instant(random), 6);
            for (int i = 1; i < slots.size(); i++) {
                assertThat(series.next(slots.get(i - 1).toInstant())).isEqualTo(slots.get(i));
            }
        });
    }

    @Test
    void a_series_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(thursdays(Rhythm.MONTHLY)), Series.class))
                .isEqualTo(thursdays(Rhythm.MONTHLY));
    }

    private static List<ZonedDateTime> byCalendar(Series series, Instant after, int n) {
        LocalDate first = series.anchor().with(TemporalAdjusters.nextOrSame(series.day()));
        return first.datesUntil(LocalDate.of(2100, 1, 1))
                .filter(date -> date.getDayOfWeek() == series.day())
                .filter(date -> switch (series.rhythm()) {
                    case WEEKLY -> true;
                    case FORTNIGHTLY -> ChronoUnit.WEEKS.between(first, date) % 2 == 0;
                    case MONTHLY -> date.getDayOfMonth() <= 7;
                })
                .map(date -> ZonedDateTime.of(date, series.time(), series.zone()))
                .filter(slot -> slot.toInstant().isAfter(after))
                .limit(n)
                .toList();
    }

    private static Series series(Random random) {
        return new Series(
                Samples.oneOf(Arrays.asList(DayOfWeek.values()), random),
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                Samples.oneOf(ZONES, random),
                Samples.oneOf(Arrays.asList(Rhythm.values()), random),
                LocalDate.of(2015, 1, 1).plusDays(random.nextInt(20 * 366)));
    }

    private static List<String> dates(Series series, Instant after) {
        return series.after(after, 3).stream()
                .map(slot -> slot.toLocalDate().toString())
                .toList();
    }

    private static Series thursdays(Rhythm rhythm) {
        return new Series(DayOfWeek.THURSDAY, LocalTime.of(15, 0), Samples.BERLIN, rhythm, ANCHOR);
    }
}
