package dev.lectern.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.workspace.ResponseUrls.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandedOutIdsTest {
    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");
    private static final Place PLACE = new Place("U0ADA", "C0READING", Optional.empty(), Optional.empty());

    private final TriggerIds triggers = new TriggerIds();
    private final ResponseUrls urls = new ResponseUrls();

    @Test
    void a_trigger_is_good_once_within_three_seconds() {
        String id = triggers.issue("U0ADA", NOON);
        assertThat(triggers.exchange(id, NOON.plusSeconds(3))).isEqualTo(new TriggerIds.Exchange.Exchanged("U0ADA"));
        assertThat(triggers.exchange(id, NOON.plusSeconds(3)))
                .isEqualTo(new TriggerIds.Exchange.Refused("exchanged_trigger_id"));
    }

    @Test
    void a_trigger_expires_after_three_seconds() {
        String id = triggers.issue("U0ADA", NOON);
        assertThat(triggers.exchange(id, NOON.plusMillis(3_001)))
                .isEqualTo(new TriggerIds.Exchange.Refused("expired_trigger_id"));
    }

    @Test
    void a_trigger_that_was_never_issued_is_invalid() {
        assertThat(triggers.exchange("1.2.abc", NOON)).isEqualTo(new TriggerIds.Exchange.Refused("invalid_trigger_id"));
    }

    @Test
    void a_response_url_is_good_for_five_uses() {
        String token = urls.issue(PLACE, NOON);
        for (int use = 1; use <= 5; use++) {
            assertThat(urls.use(token, NOON)).isEqualTo(new ResponseUrls.Use.Granted(PLACE));
        }
        assertThat(urls.use(token, NOON)).isEqualTo(new ResponseUrls.Use.Refused("used_url"));
    }

    @Test
    void a_response_url_is_good_for_thirty_minutes() {
        String token = urls.issue(PLACE, NOON);
        Instant last = NOON.plus(Duration.ofMinutes(30));
        assertThat(urls.use(token, last)).isEqualTo(new ResponseUrls.Use.Granted(PLACE));
        assertThat(urls.use(token, last.plusMillis(1))).isEqualTo(new ResponseUrls.Use.Refused("expired_url"));
    }
}
