package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.Rhythm;
import dev.lectern.group.Settings;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

class MeetingPlannerTest {
    private static final List<TimelineStep> STEPS = List.of(
            new TimelineStep("presenter.ask", Timeline::presenterAsked),
            new TimelineStep("meeting.remind", Timeline::reminder),
            new TimelineStep("meeting.start", Timeline::kickOff),
            new TimelineStep("meeting.end", Timeline::wrapUp));

    private static final GroupId ID = GroupId.parse("T1:C1");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Monday, 09:00 in Berlin. */
    private static final Instant MONDAY = Instant.parse("2026-04-06T07:00:00Z");

    private UnifiedJedis redis;
    private MeetingStore meetings;
    private Set<MeetingId> begun = Set.of();

    @BeforeEach
    void start() {
        redis = TestRedis.fresh();
        meetings = new MeetingStore(redis);
    }

    private Group group(DayOfWeek day, LocalTime time) {
        Settings settings = new Settings(
                List.of(),
                EnumSet.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                BERLIN,
                day,
                time,
                Rhythm.WEEKLY,
                Duration.ofDays(2),
                List.of());
        return new Group(ID, "reading", settings, Set.of(new UserId("U1")), new UserId("U1"), MONDAY);
    }

    private void plan(Group group, Instant now) {
        Changes changes = new Changes(redis, Clock.fixed(now, BERLIN), new Due(redis));
        MeetingPlanner planner = new MeetingPlanner(meetings, STEPS, (id, meeting) -> begun.contains(meeting));
        changes.apply(ID, change -> {
            planner.plan(change, group);
            return null;
        });
    }

    private List<String> planned() {
        return meetings.planned(ID).stream()
                .map(meeting -> meeting.id().value())
                .toList();
    }

    private Map<String, Instant> steps() {
        return redis.zrangeWithScores(new GroupKeys(ID).of("timeline"), 0, -1).stream()
                .collect(Collectors.toMap(Tuple::getElement, step -> Instant.ofEpochMilli((long) step.getScore())));
    }

    @Test
    void the_next_two_meetings_are_planned_with_all_of_their_steps() {
        plan(group(DayOfWeek.THURSDAY, LocalTime.of(15, 0)), MONDAY);

        assertThat(planned()).containsExactly("2026-04-09", "2026-04-16");
        assertThat(steps())
                .hasSize(8)
                .containsEntry("presenter.ask/2026-04-09", Instant.parse("2026-04-07T13:00:00Z"))
                .containsEntry("meeting.remind/2026-04-09", Instant.parse("2026-04-08T13:00:00Z"))
                .containsEntry("meeting.start/2026-04-16", Instant.parse("2026-04-16T13:00:00Z"))
                .containsEntry("meeting.end/2026-04-16", Instant.parse("2026-04-16T14:00:00Z"));
    }

    @Test
    void a_meeting_too_near_for_its_vote_is_left_out() {
        plan(group(DayOfWeek.TUESDAY, LocalTime.of(15, 0)), MONDAY);

        assertThat(planned()).containsExactly("2026-04-14", "2026-04-21");
    }

    @Test
    void planning_again_changes_nothing() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        Map<String, Instant> before = steps();
        plan(group, MONDAY.plusSeconds(60));

        assertThat(steps()).isEqualTo(before);
        assertThat(planned()).hasSize(2);
    }

    @Test
    void a_planned_meeting_stays_while_the_time_for_its_vote_runs_out() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        plan(group, Instant.parse("2026-04-09T10:00:00Z"));

        assertThat(planned()).containsExactly("2026-04-09", "2026-04-16");
    }

    @Test
    void another_day_moves_what_has_not_begun() {
        plan(group(DayOfWeek.THURSDAY, LocalTime.of(15, 0)), MONDAY);
        plan(group(DayOfWeek.FRIDAY, LocalTime.of(11, 0)), MONDAY);

        assertThat(planned()).containsExactly("2026-04-10", "2026-04-17");
        assertThat(steps().keySet()).allMatch(step -> step.endsWith("2026-04-10") || step.endsWith("2026-04-17"));
    }

    @Test
    void another_hour_moves_the_same_meeting() {
        plan(group(DayOfWeek.THURSDAY, LocalTime.of(15, 0)), MONDAY);
        plan(group(DayOfWeek.THURSDAY, LocalTime.of(16, 30)), MONDAY);

        assertThat(meetings.find(ID, MeetingId.parse("2026-04-09"))
                        .orElseThrow()
                        .start())
                .isEqualTo(Instant.parse("2026-04-09T14:30:00Z"));
        assertThat(steps()).hasSize(8).containsEntry("meeting.start/2026-04-09", Instant.parse("2026-04-09T14:30:00Z"));
    }

    @Test
    void a_meeting_that_has_begun_stays_where_it_is_and_no_other_crowds_it() {
        plan(group(DayOfWeek.THURSDAY, LocalTime.of(15, 0)), MONDAY);
        begun = Set.of(MeetingId.parse("2026-04-09"));
        new Changes(redis, Clock.fixed(MONDAY, BERLIN), new Due(redis)).apply(ID, change -> {
            Meeting later = meetings.find(ID, MeetingId.parse("2026-04-16")).orElseThrow();
            meetings.save(change, later.withPaper(PaperId.parse("2401.12345")));
            return null;
        });
        plan(group(DayOfWeek.FRIDAY, LocalTime.of(11, 0)), MONDAY);

        assertThat(planned()).containsExactly("2026-04-09", "2026-04-16", "2026-04-24", "2026-05-01");
        assertThat(steps()).containsEntry("meeting.start/2026-04-09", Instant.parse("2026-04-09T13:00:00Z"));
    }
}
