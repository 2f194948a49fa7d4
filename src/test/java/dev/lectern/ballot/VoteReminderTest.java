package dev.lectern.ballot;

import static dev.lectern.ballot.Ballots.CLOSES;
import static dev.lectern.ballot.Ballots.OPENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VoteReminderTest {
    @Test
    void it_is_half_way_and_a_short_ballot_has_none() {
        assertThat(VoteReminder.of(OPENS, CLOSES)).contains(OPENS.plus(Duration.ofDays(1)));
        assertThat(VoteReminder.of(OPENS, OPENS.plus(Duration.ofHours(3))))
                .contains(OPENS.plus(Duration.ofMinutes(90)));
        assertThat(VoteReminder.of(OPENS, OPENS.plus(Duration.ofMinutes(179)))).isEmpty();
    }

    @Test
    void it_leaves_an_hour_at_least() {
        Seeded.times(300, random -> {
            Instant closes = OPENS.plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
            VoteReminder.of(OPENS, closes)
                    .ifPresent(
                            at -> assertThat(at).isAfter(OPENS).isBeforeOrEqualTo(closes.minus(Duration.ofHours(1))));
        });
    }

    @Test
    void a_ballot_that_is_put_off_reminds_half_way_to_its_new_close_where_that_is_ahead() {
        Instant later = CLOSES.plus(Duration.ofDays(1));
        Instant half = OPENS.plus(Duration.ofHours(36));
        assertThat(VoteReminder.putOff(OPENS, later, OPENS.plus(Duration.ofHours(1))))
                .contains(half);
        assertThat(VoteReminder.putOff(OPENS, later, half)).isEmpty();
        assertThat(VoteReminder.putOff(OPENS, OPENS.plus(Duration.ofHours(2)), OPENS))
                .isEmpty();
    }
}
