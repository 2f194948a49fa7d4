package dev.lectern.meeting.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingRuleTest {
    private static final LocalDate ANCHOR = LocalDate.of(2026, 1, 5);
    private static final Instant SPRING = Instant.parse("2026-03-20T00:00:00Z");

    @Test
    void a_meeting_stays_at_its_hour_through_a_change_of_clocks() {
        assertThat(instants(rule("FREQ=WEEKLY;BYDAY=TH", "15:00"), SPRING))
                .containsExactly(
                        Instant.parse("2026-03-26T14:00:00Z"),
                        Instant.parse("2026-04-02T13:00:00Z"),
                        Instant.parse("2026-04-09T13:00:00Z"));
    }

    @Test
    void a_year_of_weekly_meetings_is_at_its_local_hour_on_both_sides_of_both_changes() {
        for (ZoneId zone : Rules.ZONES) {
            MeetingRule weekly = rule("FREQ=WEEKLY;BYDAY=TH", "15:00").in(zone);
            List<LocalDate> year = weekly.after(Instant.parse("2026-01-01T00:00:00Z"))
                    .limit(53)
                    .toList();
            assertThat(year).allSatisfy(date -> {
                assertThat(date.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
                assertThat(weekly.start(date).toLocalTime()).isEqualTo("15:00");
            });
            assertThat(year.get(52)).isEqualTo(year.get(0).plusWeeks(52));
        }
    }

    @Test
    void intervals_are_counted_from_the_first_meeting_day_on_or_after_the_anchor() {
        MeetingRule fortnights = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "12:00");
        assertThat(dates(fortnights.by(fortnights.rrule(), fortnights.time(), LocalDate.of(2026, 1, 9))))
                .containsExactly("2026-01-14", "2026-01-28", "2026-02-11");
        assertThat(dates(fortnights.by("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", LocalTime.NOON, LocalDate.of(2026, 1, 9))))
                .containsExactly("2026-02-02", "2026-04-06", "2026-06-01");
    }

    @Test
    void month_ends_and_leap_days_are_where_the_calendar_has_them() {
        assertThat(dates(rule("FREQ=MONTHLY;BYMONTHDAY=-1", "12:00")))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
        assertThat(dates(rule("FREQ=MONTHLY;BYMONTHDAY=31", "12:00")))
                .containsExactly("2026-01-31", "2026-03-31", "2026-05-31");
        assertThat(dates(rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "12:00")))
                .containsExactly("2028-02-29", "2032-02-29", "2036-02-29");
    }

    @Test
    void the_meeting_that_begins_just_now_is_not_ahead() {
        Instant start = Instant.parse("2026-04-02T13:00:00Z");
        MeetingRule thursdays = rule("FREQ=WEEKLY;BYDAY=TH", "15:00");
        assertThat(thursdays.after(start).findFirst()).contains(LocalDate.of(2026, 4, 9));
        assertThat(thursdays.after(start.minusMillis(1)).findFirst()).contains(LocalDate.of(2026, 4, 2));
    }

    @Test
    void a_time_that_the_clocks_leave_out_moves_forward_and_one_that_comes_twice_is_the_earlier() {
        MeetingRule nights = rule("FREQ=WEEKLY;BYDAY=SU", "02:30");
        assertThat(instants(nights, Instant.parse("2026-03-28T00:00:00Z")))
                .startsWith(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(instants(nights, Instant.parse("2026-10-24T12:00:00Z")))
                .startsWith(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_meeting_on_a_day_that_the_calendar_leaves_out_comes_a_day_later() {
        MeetingRule fridays = new MeetingRule(
                "FREQ=WEEKLY;BYDAY=FR",
                LocalDate.of(2011, 1, 7),
                LocalTime.of(9, 0),
                ZoneId.of("Pacific/Apia"),
                Duration.ofHours(1),
                Optional.empty());
        assertThat(instants(fridays, Instant.parse("2011-12-30T18:00:00Z")))
                .startsWith(Instant.parse("2011-12-30T19:00:00Z"));
    }

    @Test
    void a_group_s_settings_are_a_rule() {
        MeetingRule usual = MeetingRule.of(Settings.defaults(Samples.BERLIN), ANCHOR);
        assertThat(usual)
                .isEqualTo(new MeetingRule(
                        "FREQ=WEEKLY;BYDAY=TH",
                        LocalDate.of(2026, 1, 8),
                        LocalTime.of(15, 0),
                        Samples.BERLIN,
                        Duration.ofHours(1),
                        Optional.empty()));
        assertThat(dates(MeetingRule.of(settings(Rhythm.FORTNIGHTLY), ANCHOR)))
                .containsExactly("2026-01-08", "2026-01-22", "2026-02-05");
        assertThat(dates(MeetingRule.of(settings(Rhythm.MONTHLY), LocalDate.of(2026, 4, 3))))
                .startsWith("2026-05-07");
    }

    @Test
    void what_is_no_rule_of_whole_days_is_refused() {
        for (String wrong : List.of(
                "",
                "every day",
                "FREQ=HOURLY",
                "FREQ=WEEKLY;BYHOUR=3",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;UNTIL=20270101T000000Z")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> rule(wrong, "12:00"));
        }
    }

    @Test
    void the_dates_are_those_that_going_through_the_calendar_finds() {
        Seeded.times(400, random -> {
            Rules.Slow slow = Rules.any(random);
            MeetingRule rule = slow.rule();
            Instant after = Samples.instant(random);
            assertThat(rule.after(after).limit(5).toList()).as("%s", rule).isEqualTo(slow.after(after, 5));
        });
    }

    private static Settings settings(Rhythm rhythm) {
        return new Settings(
                List.of(),
                EnumSet.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                Samples.BERLIN,
                DayOfWeek.THURSDAY,
                LocalTime.of(15, 0),
                rhythm,
                Duration.ofDays(2),
                List.of());
    }

    private static MeetingRule rule(String rrule, String time) {
        return MeetingRule.of(Settings.defaults(Samples.BERLIN), ANCHOR).by(rrule, LocalTime.parse(time), ANCHOR);
    }

    private static List<String> dates(MeetingRule rule) {
        return rule.after(Instant.EPOCH).limit(3).map(LocalDate::toString).toList();
    }

    private static List<Instant> instants(MeetingRule rule, Instant after) {
        return rule.after(after)
                .limit(3)
                .map(date -> rule.start(date).toInstant())
                .toList();
    }

    @Test
    void every_weekday_has_its_code() {
        assertThat(Arrays.stream(DayOfWeek.values()).map(MeetingRule::code))
                .containsExactly("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    }
}
