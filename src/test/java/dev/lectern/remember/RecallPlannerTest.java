package dev.lectern.remember;

import static dev.lectern.Samples.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class RecallPlannerTest {
    private static final Settings WORKDAYS = Settings.defaults(BERLIN);

    private static Instant next(String after) {
        Instant instant = Instant.parse(after);
        return RecallPlanner.next(WORKDAYS, instant.atZone(BERLIN).toLocalDate(), instant);
    }

    @Test
    void it_is_looked_at_ten_on_the_next_digest_day_in_the_group_s_zone() {
        assertThat(next("2026-04-02T07:59:59Z")).isEqualTo("2026-04-02T08:00:00Z");
        assertThat(next("2026-04-02T08:00:00Z")).isEqualTo("2026-04-03T08:00:00Z");
        assertThat(next("2026-04-03T08:00:00Z")).isEqualTo("2026-04-06T08:00:00Z");
        // The clocks change on 29 March.
        assertThat(next("2026-03-27T12:00:00Z")).isEqualTo("2026-03-30T08:00:00Z");
        assertThat(next("2026-03-26T12:00:00Z")).isEqualTo("2026-03-27T09:00:00Z");
    }

    @Test
    void before_the_day_given_it_is_not_looked() {
        Instant thursday = Instant.parse("2026-04-02T07:00:00Z");
        assertThat(RecallPlanner.next(WORKDAYS, LocalDate.parse("2026-04-11"), thursday))
                .isEqualTo("2026-04-13T08:00:00Z");
    }

    @Test
    void from_any_instant_it_is_later_at_ten_and_on_a_digest_day() {
        Seeded.times(500, random -> {
            Instant after = Samples.instant(random);
            ZonedDateTime next = RecallPlanner.next(
                            WORKDAYS, after.atZone(BERLIN).toLocalDate(), after)
                    .atZone(BERLIN);
            assertThat(next.toInstant()).isAfter(after).isBefore(after.plusSeconds(4 * 25 * 3600));
            assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(10, 0));
            assertThat(WORKDAYS.digestDays()).contains(next.getDayOfWeek());
        });
    }
}
