package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-04-02T13:00:00Z");

    @Test
    void the_steps_are_counted_from_the_start() {
        Timeline timeline = Timeline.of(START, Duration.ofDays(3));
        assertThat(timeline.ballotOpens()).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(timeline.ballotCloses()).isEqualTo("2026-03-31T13:00:00Z");
        assertThat(timeline.presenterAsked()).isEqualTo("2026-03-31T13:00:00Z");
        assertThat(timeline.reminder()).isEqualTo("2026-04-01T13:00:00Z");
        assertThat(timeline.kickOff()).isEqualTo(START);
        assertThat(timeline.wrapUp()).isEqualTo("2026-04-02T14:00:00Z");
    }

    @Test
    void without_time_to_vote_there_is_no_timeline() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timeline.of(START, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Timeline.of(START, Duration.ofHours(-1)));
    }

    @Test
    void the_steps_are_always_in_order_and_the_window_is_the_group_s() {
        Seeded.times(200, random -> {
            Duration window = Duration.ofMinutes(1 + random.nextInt(7 * 24 * 60));
            Timeline timeline = Timeline.of(Samples.instant(random), window);
            assertThat(List.of(
                            timeline.ballotOpens(),
                            timeline.ballotCloses(),
                            timeline.presenterAsked(),
                            timeline.reminder(),
                            timeline.kickOff(),
                            timeline.wrapUp()))
                    .isSorted();
            assertThat(Duration.between(timeline.ballotOpens(), timeline.ballotCloses()))
                    .isEqualTo(window);
        });
    }

    @Test
    void a_timeline_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Timeline timeline = Timeline.of(START, Duration.ofDays(3));
        assertThat(json.readValue(json.writeValueAsString(timeline), Timeline.class))
                .isEqualTo(timeline);
    }
}
