package dev.lectern.meeting;

import static dev.lectern.Samples.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final List<ZoneId> ZONES = List.of(
            BERLIN, Samples.NEW_YORK, ZoneId.of("Asia/Kolkata"), ZoneId.of("Australia/Lord_Howe"), ZoneId.of("UTC"));

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Optional<Instant> ends(String asked, String meeting) {
        return Patience.ends(berlin(asked), berlin(meeting), BERLIN);
    }

    @Test
    void two_days_are_waited_where_there_is_time() {
        assertThat(ends("2026-04-06T15:00", "2026-04-16T15:00")).contains(berlin("2026-04-08T15:00"));
    }

    @Test
    void half_of_what_is_left_is_waited_where_that_is_less() {
        assertThat(ends("2026-04-07T15:00", "2026-04-09T15:00")).contains(berlin("2026-04-08T15:00"));
        assertThat(ends("2026-04-09T09:00", "2026-04-09T15:00")).contains(berlin("2026-04-09T12:00"));
    }

    @Test
    void what_falls_into_the_night_waits_for_the_morning() {
        assertThat(ends("2026-04-08T15:00", "2026-04-09T15:00")).contains(berlin("2026-04-09T08:00"));
        assertThat(ends("2026-04-06T22:00", "2026-04-16T15:00")).contains(berlin("2026-04-09T08:00"));
        assertThat(ends("2026-04-06T21:59", "2026-04-16T15:00")).contains(berlin("2026-04-08T21:59"));
    }

    @Test
    void before_an_early_meeting_it_comes_the_evening_before() {
        assertThat(ends("2026-04-08T20:00", "2026-04-09T07:30")).contains(berlin("2026-04-08T21:59"));
    }

    @Test
    void with_less_than_an_hour_left_nobody_is_pressed() {
        assertThat(ends("2026-04-09T14:01", "2026-04-09T15:00")).isEmpty();
        assertThat(ends("2026-04-09T14:00", "2026-04-09T15:00")).contains(berlin("2026-04-09T14:30"));
        assertThat(ends("2026-04-09T16:00", "2026-04-09T15:00")).isEmpty();
    }

    @Test
    void patience_ends_after_the_question_and_before_the_meeting_and_not_at_night_where_there_is_a_day_between() {
        Seeded.times(2_000, random -> {
            ZoneId zone = Samples.oneOf(ZONES, random);
            Instant asked = Samples.instant(random);
            Instant meeting = asked.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
            Optional<Instant> ends = Patience.ends(asked, meeting, zone);
            assertThat(ends.isPresent()).isEqualTo(!meeting.isBefore(asked.plus(Patience.TOO_LATE)));
            ends.ifPresent(end -> {
                assertThat(end).isAfter(asked).isBefore(meeting);
                // Two days, and at most the rest of the night and what a change of clocks adds to it.
                assertThat(end).isBeforeOrEqualTo(asked.plus(Patience.LONGEST).plus(Duration.ofHours(11)));
                if (Duration.between(asked, meeting).compareTo(Duration.ofHours(26)) > 0) {
                    assertThat(Patience.isNight(end, zone)).isFalse();
                }
            });
        });
    }
}
