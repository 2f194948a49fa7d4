package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.Rhythm;
import dev.lectern.group.Settings;
import dev.lectern.group.UserId;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.OneOff;
import dev.lectern.meeting.when.Pause;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    private final List<String> news = new ArrayList<>();
    private final MoveSteps told = new MoveSteps() {
        @Override
        public void moved(Change change, Group group, Meeting before, Meeting after) {
            news.add("moved " + before.id() + " to " + after.start());
        }

        @Override
        public void calledOff(Change change, Group group, Meeting meeting) {
            news.add("off " + meeting.id());
        }
    };

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
        MeetingPlanner planner = new MeetingPlanner(
                meetings, new TimetableStore(redis), STEPS, (id, meeting) -> begun.contains(meeting), List.of(told));
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

    private void change(Group group, Instant now, UnaryOperator<Timetable> how) {
        TimetableStore timetables = new TimetableStore(redis);
        MeetingPlanner planner = new MeetingPlanner(
                meetings, timetables, STEPS, (id, meeting) -> begun.contains(meeting), List.of(told));
        new Changes(redis, Clock.fixed(now, BERLIN), new Due(redis)).apply(ID, change -> {
            Timetable changed = how.apply(timetables.of(group));
            timetables.save(change, changed);
            planner.plan(change, group, changed);
            return null;
        });
    }

    private static Slot slot(String text) {
        return Slot.parse(text);
    }

    @Test
    void a_begun_meeting_that_somebody_moves_keeps_its_id_and_people_and_its_steps_move() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        begun = Set.of(MeetingId.parse("2026-04-09"));
        Instant friday = Instant.parse("2026-04-10T08:00:00Z");
        change(group, MONDAY, timetable -> timetable.move(slot("2026-04-09"), friday));

        assertThat(planned()).containsExactly("2026-04-09", "2026-04-16");
        assertThat(meetings.find(ID, MeetingId.parse("2026-04-09"))
                        .orElseThrow()
                        .start())
                .isEqualTo(friday);
        assertThat(steps()).hasSize(8).containsEntry("meeting.remind/2026-04-09", friday.minus(Duration.ofDays(1)));
        assertThat(news).containsExactly("moved 2026-04-09 to 2026-04-10T08:00:00Z");
        plan(group, MONDAY.plusSeconds(9));
        assertThat(news).hasSize(1);
    }

    @Test
    void a_skipped_meeting_is_called_off_once_and_the_one_after_the_next_is_planned() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        begun = Set.of(MeetingId.parse("2026-04-09"));
        change(group, MONDAY, timetable -> timetable.skip(slot("2026-04-09")));
        plan(group, MONDAY.plusSeconds(9));

        assertThat(planned()).containsExactly("2026-04-16", "2026-04-23");
        assertThat(meetings.find(ID, MeetingId.parse("2026-04-09"))
                        .orElseThrow()
                        .state())
                .isEqualTo(MeetingState.CANCELLED);
        assertThat(steps().keySet()).noneMatch(step -> step.endsWith("2026-04-09"));
        assertThat(news).containsExactly("off 2026-04-09");
    }

    @Test
    void a_group_that_pauses_has_no_meetings_until_then() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        change(
                group,
                MONDAY,
                timetable -> timetable.pause(new Pause(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 9, 1), "summer")));

        assertThat(planned()).containsExactly("2026-09-03", "2026-09-10");
        assertThat(news).containsExactlyInAnyOrder("off 2026-04-09", "off 2026-04-16");
        change(group, MONDAY, timetable -> timetable.resume(LocalDate.of(2026, 4, 6)));
        assertThat(planned()).startsWith("2026-04-09", "2026-04-16");
    }

    @Test
    void a_second_series_on_the_same_date_has_meetings_of_its_own() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        change(
                group,
                MONDAY,
                timetable -> timetable.with(NamedRule.of(
                        "b",
                        timetable
                                .find("a")
                                .orElseThrow()
                                .rule()
                                .by("FREQ=WEEKLY;BYDAY=TH", LocalTime.of(18, 0), LocalDate.of(2026, 4, 6))
                                .at(Optional.of("Room 2"), Duration.ofMinutes(90)))));

        assertThat(planned()).containsExactly("2026-04-09", "2026-04-09~b");
        Meeting second = meetings.find(ID, MeetingId.parse("2026-04-09~b")).orElseThrow();
        assertThat(second.place()).contains("Room 2");
        assertThat(steps()).containsEntry("meeting.end/2026-04-09~b", Instant.parse("2026-04-09T17:30:00Z"));
    }

    @Test
    void a_single_meeting_is_planned_even_where_there_is_no_time_for_its_vote() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        change(
                group,
                MONDAY,
                timetable -> timetable.add(new OneOff(
                        slot("2026-04-07~x1"),
                        Instant.parse("2026-04-07T10:00:00Z"),
                        Duration.ofHours(1),
                        Optional.empty())));

        assertThat(planned()).containsExactly("2026-04-07~x1", "2026-04-09", "2026-04-16");
    }

    @Test
    void a_group_that_meets_every_day_has_every_meeting_once_there_was_time_for_the_first_vote() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        Instant now = MONDAY;
        change(
                group,
                now,
                timetable -> timetable.with(NamedRule.of(
                        "a",
                        timetable
                                .find("a")
                                .orElseThrow()
                                .rule()
                                .by("FREQ=DAILY", LocalTime.NOON, LocalDate.of(2026, 4, 6)))));
        List<String> held = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            Meeting next = meetings.planned(ID).get(0);
            held.add(next.id().value());
            Instant end = next.end();
            new Changes(redis, Clock.fixed(end, BERLIN), new Due(redis)).apply(ID, change -> {
                meetings.save(change, next.held());
                return null;
            });
            plan(group, end);
        }
        assertThat(held)
                .startsWith("2026-04-08", "2026-04-09", "2026-04-10")
                .endsWith("2026-04-19")
                .hasSize(12);
    }

    @Test
    void the_question_of_a_meeting_that_is_called_off_waits_for_nobody() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        plan(group, MONDAY);
        MeetingId first = MeetingId.parse("2026-04-09");
        Changes changes = new Changes(redis, Clock.fixed(MONDAY, BERLIN), new Due(redis));
        changes.apply(ID, change -> {
            Meeting asked =
                    meetings.find(ID, first).orElseThrow().ask(new UserId("U1")).askedAt(MONDAY);
            meetings.save(change, asked);
            Presenters.plan(
                    change,
                    group,
                    Presenters.NUDGE,
                    Presenters.waitingFor(asked).orElseThrow(),
                    asked);
            return asked;
        });
        assertThat(steps().keySet()).anyMatch(step -> step.startsWith("presenter.nudge/2026-04-09/U1/"));
        change(group, MONDAY, timetable -> timetable.skip(slot("2026-04-09")));
        assertThat(steps().keySet()).noneMatch(step -> step.contains("2026-04-09"));
    }

    @Test
    void a_settings_change_does_not_undo_a_rule_in_words() {
        Group group = group(DayOfWeek.THURSDAY, LocalTime.of(15, 0));
        change(
                group,
                MONDAY,
                timetable -> timetable.with(timetable
                        .find("a")
                        .orElseThrow()
                        .by(timetable
                                .find("a")
                                .orElseThrow()
                                .rule()
                                .by("FREQ=MONTHLY;BYDAY=1MO", LocalTime.of(10, 0), LocalDate.of(2026, 4, 6)))));
        Group changed = group(DayOfWeek.FRIDAY, LocalTime.of(11, 0));
        plan(changed, MONDAY);

        assertThat(planned()).containsExactly("2026-05-04", "2026-06-01");
        assertThat(new MeetingPlanner(meetings, new TimetableStore(redis), STEPS, (id, meeting) -> false, List.of(told))
                        .meetsInstead(changed))
                .contains("the first Monday of the month at 10:00");
    }
}
