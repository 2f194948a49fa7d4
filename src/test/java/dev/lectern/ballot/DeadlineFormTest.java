package dev.lectern.ballot;

import static dev.lectern.Samples.BERLIN;
import static dev.lectern.Samples.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.DeadlineForm.Field;
import dev.lectern.ballot.DeadlineForm.Invalid;
import dev.lectern.ballot.DeadlineForm.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineFormTest {
    /** Monday, 6 April 2026, 10:00 in Berlin; the meeting is on Thursday at 15:00. */
    private static final Instant NOW = Instant.parse("2026-04-06T08:00:00Z");

    private static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");

    private static DeadlineForm.Parsed parse(String date, String time) {
        return new DeadlineForm(date, time).parse(BERLIN, NOW, MEETING);
    }

    @Test
    void a_day_and_a_time_are_read_in_the_groups_zone() {
        assertThat(parse("2026-04-07", "15:00")).isEqualTo(new Valid(Instant.parse("2026-04-07T13:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 15:00, DATE, Pick the day",
        "7 April, 15:00, DATE, Pick the day",
        "2026-02-30, 15:00, DATE, Pick the day",
        "2026-04-07, '', TIME, Pick the time",
        "2026-04-07, 25:00, TIME, Pick the time",
        "2026-04-05, 15:00, DATE, Pick a later time",
        "2026-04-06, 09:00, TIME, Pick a later time",
        "2026-04-06, 10:00, TIME, Pick a later time",
        "2026-04-09, 15:00, TIME, the meeting begins on Thursday 9 April",
        "2026-04-10, 09:00, DATE, the meeting begins on Thursday 9 April",
    })
    void what_cannot_be_is_said_beside_its_field(String date, String time, Field field, String problem) {
        assertThat(parse(date, time)).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo(field);
            assertThat(invalid.problem()).contains(problem);
        });
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused_and_one_that_comes_twice_is_the_earlier() {
        Instant march = Instant.parse("2026-03-28T08:00:00Z");
        assertThat(new DeadlineForm("2026-03-29", "02:30").parse(BERLIN, march, MEETING))
                .isEqualTo(new Invalid(
                        Field.TIME,
                        "There is no 02:30 on Sunday 29 March: the clocks go from 02:00 to 03:00. "
                                + "Pick a time before or after that."));
        assertThat(new DeadlineForm("2026-03-29", "03:00").parse(BERLIN, march, MEETING))
                .isEqualTo(new Valid(Instant.parse("2026-03-29T01:00:00Z")));
        assertThat(new DeadlineForm("2026-10-25", "02:30").parse(BERLIN, NOW, Instant.parse("2026-11-01T00:00:00Z")))
                .isEqualTo(new Valid(Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void the_form_of_an_instant_says_that_instant_to_the_minute() {
        Seeded.times(500, random -> {
            ZoneId zone = Samples.oneOf(List.of(BERLIN, NEW_YORK, ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata")), random);
            Instant instant = Samples.instant(random);
            DeadlineForm.Parsed parsed = DeadlineForm.of(instant, zone)
                    .parse(zone, instant.minus(Duration.ofDays(1)), instant.plus(Duration.ofDays(1)));
            // Of an hour that comes twice the earlier one is meant.
            assertThat(parsed)
                    .isInstanceOfSatisfying(
                            Valid.class,
                            valid -> assertThat(Duration.between(valid.deadline(), instant))
                                    .isIn(Duration.ZERO, Duration.ofHours(1)));
        });
    }

    @Test
    void what_is_taken_lies_between_the_bounds() {
        Seeded.times(500, random -> {
            Instant after = Samples.instant(random);
            Instant meeting = after.plus(Duration.ofMinutes(1 + random.nextInt(10_000)));
            Instant wanted = after.plus(Duration.ofMinutes(random.nextInt(24_000) - 6_000));
            DeadlineForm.Parsed parsed =
                    DeadlineForm.of(wanted, ZoneId.of("UTC")).parse(ZoneId.of("UTC"), after, meeting);
            assertThat(parsed instanceof Valid).isEqualTo(wanted.isAfter(after) && wanted.isBefore(meeting));
        });
    }
}
