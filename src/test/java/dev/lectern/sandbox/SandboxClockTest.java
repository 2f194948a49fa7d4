package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SandboxClockTest {
    /** Work planned for certain instants; notes what the clock showed when each was done. */
    private static final class Plan implements ClockFollower {
        final TreeSet<Instant> due = new TreeSet<>();
        final List<Instant> done = new ArrayList<>();
        final List<Instant> shown = new ArrayList<>();
        private Supplier<Instant> clock = () -> Instant.MAX;

        @Override
        public Optional<Instant> nextDue() {
            return due.isEmpty() ? Optional.empty() : Optional.of(due.first());
        }

        @Override
        public void runDue() {
            while (!due.isEmpty() && !due.first().isAfter(clock.get())) {
                done.add(due.pollFirst());
                shown.add(clock.get());
            }
        }
    }

    private final SteppedClock base = new SteppedClock();
    private final List<Sandbox> open = new ArrayList<>();

    private Sandbox start(ClockFollower follower) {
        Sandbox sandbox =
                Sandbox.start(SandboxConfiguration.of("t", "s").aheadOf(base).followedBy(follower));
        open.add(sandbox);
        return sandbox;
    }

    private Sandbox start(Plan plan, String... instants) {
        Sandbox sandbox = start(plan);
        plan.clock = sandbox.clock()::instant;
        Arrays.stream(instants).map(Instant::parse).forEach(plan.due::add);
        return sandbox;
    }

    @AfterEach
    void stop() {
        open.forEach(Sandbox::close);
    }

    private static List<String> ran(JsonNode answer) {
        return answer.path("ran").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void what_is_due_on_the_way_is_done_at_its_time_and_in_its_order() {
        Plan plan = new Plan();
        Sandbox sandbox = start(plan, "2026-04-01T09:00:00Z", "2026-03-31T09:00:00Z", "2026-04-03T09:00:00Z");

        JsonNode answer = new SandboxClient(sandbox).post("/sandbox/clock", "{'advance':'P3D'}");

        assertThat(plan.shown)
                .containsExactly(Instant.parse("2026-03-31T09:00:00Z"), Instant.parse("2026-04-01T09:00:00Z"));
        assertThat(ran(answer)).containsExactly("2026-03-31T09:00:00Z", "2026-04-01T09:00:00Z");
        assertThat(answer.path("now").asString()).isEqualTo("2026-04-02T07:00:00Z");
        assertThat(plan.nextDue()).contains(Instant.parse("2026-04-03T09:00:00Z"));
    }

    @Test
    void next_goes_to_whatever_is_due_next_and_stays_when_nothing_is() {
        Plan plan = new Plan();
        Sandbox sandbox = start(plan, "2026-04-01T09:00:00Z");
        SandboxClient client = new SandboxClient(sandbox);

        assertThat(client.post("/sandbox/clock", "{'next':true}").path("now").asString())
                .isEqualTo("2026-04-01T09:00:00Z");
        JsonNode idle = client.post("/sandbox/clock", "{'next':true}");

        assertThat(ran(idle)).isEmpty();
        assertThat(idle.path("now").asString()).isEqualTo("2026-04-01T09:00:00Z");
    }

    /** Work for people, and tries at what is on its way. */
    private static final class PlanWithTries implements ClockFollower {
        final Plan events = new Plan();
        final Plan tries = new Plan();

        @Override
        public Optional<Instant> nextDue() {
            return java.util.stream.Stream.of(events, tries)
                    .flatMap(plan -> plan.nextDue().stream())
                    .min(Instant::compareTo);
        }

        @Override
        public Optional<Instant> nextEvent() {
            return events.nextDue();
        }

        @Override
        public void runDue() {
            events.runDue();
            tries.runDue();
        }
    }

    private PlanWithTries withTries(String event, String... tries) {
        PlanWithTries plan = new PlanWithTries();
        Sandbox sandbox = start(plan);
        plan.events.clock = sandbox.clock()::instant;
        plan.tries.clock = sandbox.clock()::instant;
        plan.events.due.add(Instant.parse(event));
        Arrays.stream(tries).map(Instant::parse).forEach(plan.tries.due::add);
        new SandboxClient(sandbox).post("/sandbox/clock", "{'next':true}");
        return plan;
    }

    @Test
    void next_goes_past_mere_tries_and_does_them_on_the_way() {
        PlanWithTries plan = withTries("2026-04-01T09:00:00Z", "2026-03-31T09:00:00Z");
        assertThat(plan.tries.shown).containsExactly(Instant.parse("2026-03-31T09:00:00Z"));
        assertThat(plan.events.shown).containsExactly(Instant.parse("2026-04-01T09:00:00Z"));
    }

    @Test
    void what_waits_for_a_moment_gets_there_before_anybody_looks_and_what_waits_longer_does_not() {
        PlanWithTries plan = withTries("2026-04-01T09:00:00Z", "2026-04-01T09:00:03Z", "2026-04-01T09:00:30Z");
        assertThat(plan.tries.shown).containsExactly(Instant.parse("2026-04-01T09:00:03Z"));
    }

    @Test
    void overdue_work_is_done_without_the_clock_going_back() {
        Plan plan = new Plan();
        Sandbox sandbox = start(plan, "2026-01-01T00:00:00Z");
        new SandboxClient(sandbox).post("/sandbox/clock", "{'to':'2026-03-30T08:00:00Z'}");
        assertThat(plan.shown).containsExactly(SteppedClock.START);
    }

    @Test
    void work_that_plans_more_work_is_followed() {
        Plan plan = new Plan();
        Sandbox sandbox = start(new ClockFollower() {
            @Override
            public Optional<Instant> nextDue() {
                return plan.nextDue();
            }

            @Override
            public void runDue() {
                int before = plan.done.size();
                plan.runDue();
                plan.done
                        .subList(before, plan.done.size())
                        .forEach(instant -> plan.due.add(instant.plus(Duration.ofDays(7))));
            }
        });
        plan.clock = sandbox.clock()::instant;
        plan.due.add(Instant.parse("2026-03-31T09:00:00Z"));

        new SandboxClient(sandbox).post("/sandbox/clock", "{'advance':'P28D'}");

        assertThat(plan.shown).hasSize(4);
    }

    @Test
    void work_that_never_gets_done_ends_in_a_sentence() {
        Sandbox sandbox = start(new ClockFollower() {
            @Override
            public Optional<Instant> nextDue() {
                return Optional.of(SteppedClock.START.plusSeconds(60));
            }

            @Override
            public void runDue() {}
        });
        HttpResponse<String> response = new SandboxClient(sandbox).postResponse("/sandbox/clock", "{'advance':'P1D'}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("2026-03-30T07:01:00Z", "never");
    }

    @Test
    void any_plan_is_done_in_order_up_to_the_target_and_no_further() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Plan plan = new Plan();
            SandboxClock clock = new SandboxClock(new SteppedClock(), Duration.ZERO);
            plan.clock = clock::instant;
            for (int step = random.nextInt(20); step > 0; step--) {
                plan.due.add(SteppedClock.START.plusSeconds(random.nextInt(200_000) - 20_000L));
            }
            List<Instant> planned = List.copyOf(plan.due);
            Instant target = SteppedClock.START.plusSeconds(random.nextInt(200_000));
            var store = dev.lectern.sandbox.workspace.WorkspaceStore.inMemory();

            new ClockMover(clock, plan, store).moveTo(target);

            String which = "seed " + seed + " round " + round;
            assertThat(plan.done)
                    .as(which)
                    .isEqualTo(planned.stream()
                            .filter(instant -> !instant.isAfter(target))
                            .toList());
            assertThat(plan.shown).as(which).isSorted();
            assertThat(clock.instant()).as(which).isEqualTo(target);
            assertThat(ClockMover.restored(new SteppedClock(), store).instant())
                    .as(which)
                    .isEqualTo(target);
        }
    }

    @Test
    void the_clock_runs_on_with_the_systems_and_moves_in_all_zones_at_once() {
        Sandbox sandbox = start(ClockFollower.none());
        var berlin = sandbox.clock().withZone(ZoneId.of("Europe/Berlin"));
        new SandboxClient(sandbox).post("/sandbox/clock", "{'advance':'PT1H'}");
        base.step(Duration.ofSeconds(5));
        assertThat(sandbox.clock().instant()).isEqualTo(Instant.parse("2026-03-30T08:00:05Z"));
        assertThat(berlin.instant()).isEqualTo(sandbox.clock().instant());
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
