package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Lead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-04-02T13:00:00Z");

    @Test
    void the_steps_are_counted_from_the_start() {
        Timeline timeline = of(START, Duration.ofDays(3));
        assertThat(timeline.ballotOpens()).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(timeline.ballotCloses()).isEqualTo("2026-03-31T13:00:00Z");
        assertThat(timeline.presenterAsked()).isEqualTo("2026-03-31T13:00:00Z");
        assertThat(timeline.reminder()).isEqualTo("2026-04-01T13:00:00Z");
        assertThat(timeline.kickOff()).isEqualTo(START);
        assertThat(timeline.wrapUp()).isEqualTo("2026-04-02T14:00:00Z");
    }

    @Test
    void without_time_to_vote_there_is_no_timeline() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(START, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> of(START, Duration.ofHours(-1)));
    }

    @Test
    void the_steps_are_always_in_order_whatever_the_group_chose_and_the_clocks_do() {
        Seeded.times(200, random -> {
            Duration window = Duration.ofMinutes(1 + random.nextInt(7 * 24 * 60));
            Timeline timeline = Timeline.of(
                    Samples.instant(random),
                    Duration.ofMinutes(1 + random.nextInt(300)),
                    Samples.oneOf(ZONES, random),
                    lead(random),
                    window);
            assertThat(List.of(
                            timeline.ballotOpens(),
                            timeline.ballotCloses(),
                            timeline.reminder(),
                            timeline.kickOff(),
                            timeline.wrapUp()))
                    .isSorted();
            assertThat(timeline.presenterAsked()).isBeforeOrEqualTo(timeline.reminder());
        });
    }

    @Test
    void days_before_are_at_the_same_local_hour_through_a_change_of_clocks() {
        Instant monday = Instant.parse("2026-03-30T13:00:00Z");
        Timeline timeline =
                Timeline.of(monday, Duration.ofMinutes(90), Samples.BERLIN, new Lead(3, 5, 24), Duration.ofDays(2));
        assertThat(timeline.reminder()).isEqualTo("2026-03-29T13:00:00Z");
        assertThat(timeline.ballotCloses()).isEqualTo("2026-03-27T14:00:00Z");
        assertThat(timeline.presenterAsked()).isEqualTo("2026-03-25T14:00:00Z");
        assertThat(timeline.ballotOpens()).isEqualTo("2026-03-25T14:00:00Z");
        assertThat(timeline.wrapUp()).isEqualTo("2026-03-30T14:30:00Z");
    }

    @Test
    void a_lead_that_turns_the_order_round_is_none() {
        assertThat(new Lead(2, 1, 24).reminder()).isEqualTo(Duration.ofDays(1));
        for (int[] wrong : new int[][] {{2, 1, 25}, {0, 2, 1}, {2, 0, 1}, {15, 2, 1}, {2, 15, 1}, {2, 2, 0}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Lead(wrong[0], wrong[1], wrong[2]));
        }
    }

    private static final List<ZoneId> ZONES =
            List.of(Samples.BERLIN, Samples.NEW_YORK, ZoneId.of("Pacific/Apia"), ZoneId.of("Australia/Lord_Howe"));

    private static Timeline of(Instant start, Duration window) {
        return Timeline.of(start, Duration.ofHours(1), ZoneId.of("UTC"), Lead.USUAL, window);
    }

    private static Lead lead(Random random) {
        int vote = 1 + random.nextInt(14);
        int presenter = 1 + random.nextInt(14);
        return new Lead(vote, presenter, 1 + random.nextInt(Lead.latest(vote, presenter)));
    }

    @Test
    void a_timeline_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Timeline timeline = of(START, Duration.ofDays(3));
        assertThat(json.readValue(json.writeValueAsString(timeline), Timeline.class))
                .isEqualTo(timeline);
    }
}
