package dev.lectern.ballot;

import static dev.lectern.ballot.Ballots.CLOSES;
import static dev.lectern.ballot.Ballots.OPENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoteReminderTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Some change their clocks, one by half an hour, and one went from before the date line to behind it. */
    private static final List<ZoneId> ZONES = List.of(
            UTC,
            BERLIN,
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("Pacific/Apia"));

    private static Optional<String> inBerlin(String opens, String closes) {
        return VoteReminder.of(at(opens), at(closes), BERLIN)
                .map(at -> at.atZone(BERLIN).toLocalDateTime().toString());
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + "[Europe/Berlin]", DateTimeFormatter.ISO_ZONED_DATE_TIME)
                .toInstant();
    }

    @Test
    void it_is_half_way_and_a_short_ballot_has_none() {
        assertThat(VoteReminder.of(OPENS, CLOSES, UTC)).contains(OPENS.plus(Duration.ofDays(1)));
        assertThat(VoteReminder.of(OPENS, OPENS.plus(Duration.ofHours(3)), UTC))
                .contains(OPENS.plus(Duration.ofMinutes(90)));
        assertThat(VoteReminder.of(OPENS, OPENS.plus(Duration.ofMinutes(179)), UTC))
                .isEmpty();
    }

    @Test
    void it_leaves_time_to_vote_and_never_comes_at_night() {
        Seeded.times(2000, random -> {
            ZoneId zone = Samples.oneOf(ZONES, random);
            Instant opens = Instant.parse("2011-12-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(1_000_000)));
            Instant closes = opens.plus(Duration.ofMinutes(1 + random.nextInt(10_000)));
            VoteReminder.of(opens, closes, zone).ifPresent(at -> {
                assertThat(at).isAfter(opens).isBeforeOrEqualTo(closes.minus(Duration.ofMinutes(90)));
                assertThat(at.atZone(zone).toLocalTime())
                        .isAfterOrEqualTo(LocalTime.of(8, 0))
                        .isBefore(LocalTime.of(22, 0));
            });
        });
    }

    @Test
    void a_ballot_of_a_day_or_longer_always_has_one() {
        Seeded.times(1000, random -> {
            Instant opens = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(1_000_000)));
            Instant closes = opens.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(random.nextInt(10_000)));
            assertThat(VoteReminder.of(opens, closes, Samples.oneOf(ZONES, random)))
                    .isPresent();
        });
    }

    @Test
    void by_night_it_waits_for_the_morning_or_comes_the_evening_before() {
        assertThat(inBerlin("2026-06-01T12:00+02:00", "2026-06-02T14:00+02:00")).contains("2026-06-02T08:00");
        assertThat(inBerlin("2026-06-01T20:00+02:00", "2026-06-02T12:00+02:00")).contains("2026-06-02T08:00");
        assertThat(inBerlin("2026-06-01T16:00+02:00", "2026-06-02T09:00+02:00")).contains("2026-06-01T21:00");
        assertThat(inBerlin("2026-06-01T12:00+02:00", "2026-06-02T09:29+02:00")).contains("2026-06-01T21:00");
        assertThat(inBerlin("2026-06-01T12:00+02:00", "2026-06-02T09:30+02:00")).contains("2026-06-02T08:00");
        assertThat(inBerlin("2026-06-01T21:30+02:00", "2026-06-02T09:00+02:00")).isEmpty();
    }

    @Test
    void the_night_of_a_change_of_clocks_ends_at_eight_too() {
        assertThat(inBerlin("2026-03-28T17:00+01:00", "2026-03-29T14:00+02:00")).contains("2026-03-29T08:00");
        assertThat(inBerlin("2026-10-24T17:00+02:00", "2026-10-25T14:00+01:00")).contains("2026-10-25T08:00");
        assertThat(inBerlin("2026-10-24T17:00+02:00", "2026-10-25T09:00+01:00")).contains("2026-10-24T21:00");
    }

    @Test
    void a_ballot_that_is_put_off_reminds_half_way_to_its_new_close_where_that_is_ahead() {
        Instant later = CLOSES.plus(Duration.ofHours(8));
        Instant half = OPENS.plus(Duration.ofHours(28));
        assertThat(VoteReminder.putOff(OPENS, later, UTC, OPENS.plus(Duration.ofHours(1))))
                .contains(half);
        assertThat(VoteReminder.putOff(OPENS, later, UTC, half)).isEmpty();
        assertThat(VoteReminder.putOff(OPENS, OPENS.plus(Duration.ofHours(2)), UTC, OPENS))
                .isEmpty();
    }
}
