package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.work.Parked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private static final GroupId GROUP = GroupId.parse("T1:C1");

    private static Checkup late(Duration late, boolean leftLying) {
        return new Checkup(List.of(), 3, late, leftLying, List.of(), Map.of(), List.of(), 0, 0);
    }

    private static Checkup parked(String id, String reason) {
        Parked step = new Parked(
                Parked.Kind.STEP,
                id,
                reason,
                Instant.parse("2026-04-07T13:00:00Z"),
                Optional.of(Instant.parse("2026-04-07T12:40:00Z")),
                Optional.empty());
        return new Checkup(
                List.of(),
                1,
                Duration.ZERO,
                false,
                List.of(),
                Map.of(),
                List.of(new Checkup.PutAside(GROUP, step)),
                0,
                0);
    }

    @Test
    void a_minute_late_is_well_and_more_needs_attention() {
        assertThat(late(Duration.ofMinutes(1), false).allIsWell()).isTrue();
        Checkup late = late(Duration.ofSeconds(61), false);
        assertThat(late.allIsWell()).isFalse();
        assertThat(late.lines()).anyMatch(line -> line.contains("by 61 s: is a Lectern running"));
        assertThat(late(Duration.ZERO, true).allIsWell()).isFalse();
    }

    @Test
    void a_group_that_cannot_be_looked_at_needs_attention() {
        Checkup checkup = new Checkup(
                List.of(), 1, Duration.ZERO, false, List.of(), Map.of(GROUP, "steps: WRONGTYPE"), List.of(), 0, 0);
        assertThat(checkup.allIsWell()).isFalse();
        assertThat(checkup.lines()).anyMatch(line -> line.contains("T1:C1 cannot be looked at (steps: WRONGTYPE)"));
    }

    @Test
    void a_source_that_is_down_is_told_on_one_line_and_is_not_lecterns_to_mend() {
        Checkup checkup =
                new Checkup(List.of(), 1, Duration.ZERO, false, List.of("arXiv is\ndown."), Map.of(), List.of(), 0, 0);
        assertThat(checkup.allIsWell()).isTrue();
        assertThat(checkup.lines()).contains("Sources:  1 down or late", "  arXiv is down.");
        assertThat(checkup.json()).contains("\"sources\":[\"arXiv is\\ndown.\"]");
    }

    @Test
    void json_has_exactly_what_is_promised() {
        assertThat(parked("ballot.close/2026-04-09", "why").json())
                .isEqualTo(
                        "{\"ok\":false,\"redis\":[],\"groups\":1,\"lateSeconds\":0,\"leftLying\":false,\"sources\":[],"
                                + "\"troubled\":[],\"parked\":[{\"name\":\"T1:C1/step/ballot.close/2026-04-09\","
                                + "\"group\":\"T1:C1\",\"kind\":\"step\",\"id\":\"ballot.close/2026-04-09\","
                                + "\"reason\":\"why\",\"since\":\"2026-04-07T13:00:00Z\","
                                + "\"advice\":\"mend the reason, then --release T1:C1; or --drop "
                                + "T1:C1/step/ballot.close/2026-04-09\"}],\"released\":0,\"dropped\":0,"
                                + "\"slack\":{\"configured\":false,\"settings\":[],\"workspaces\":[]}}");
    }

    @Test
    void what_stands_in_redis_forges_no_line() {
        assertThat(parked("x/y", "bad\nAll is well.\u001b[2J").lines())
                .doesNotContain("All is well.")
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(parked("x/y\nAll is well.", "bad").lines()).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void what_cannot_be_read_can_only_be_given_up() {
        assertThat(parked("unreadable", "why").lines())
                .anyMatch(line -> line.contains("give it up with --drop T1:C1/step/unreadable"));
    }
}
