package dev.lectern.meeting.when;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachRedis
class TimetableStoreTest {
    private final Ground ground;
    private final TimetableStore timetables;
    private final Group group;

    TimetableStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        timetables = new TimetableStore(ground.redis);
        Group sample = Samples.group(Samples.ADA);
        group = new Group(GROUP, "reading", sample.settings(), sample.members(), Samples.ADA, sample.createdAt());
    }

    @Test
    void a_group_that_changed_nothing_follows_its_settings() {
        Timetable timetable = timetables.of(group);
        assertThat(timetable.series()).hasSize(1);
        assertThat(RuleSentence.of(timetable.series().get(0).rule())).isEqualTo("every Thursday at 15:00");
    }

    @Test
    void a_timetable_is_found_as_it_was_saved_but_for_what_is_long_over() {
        LocalDate today = LocalDate.ofInstant(START, Samples.BERLIN);
        Timetable plain = timetables.of(group);
        MeetingRule second = plain.series().get(0).rule().by("FREQ=MONTHLY;BYDAY=1MO", LocalTime.of(9, 0), today);
        Timetable full = plain.with(NamedRule.of("b", second))
                .at("a", Optional.of("Room <1>"), Duration.ofMinutes(90))
                .skip(Slot.of(today.plusDays(9)))
                .move(new Slot(today.plusDays(8), "b"), START.plusSeconds(9_000))
                .withHolidays(Map.of(today.plusDays(3), "A day", today.minusYears(1), "Long over"))
                .pause(new Pause(today.plusDays(30), today.plusDays(60), "summer"))
                .add(new OneOff(
                        new Slot(today.plusDays(2), "x1"),
                        START.plusSeconds(99_999),
                        Duration.ofHours(1),
                        Optional.of("there")));
        ground.write(GROUP, change -> timetables.save(change, full));

        assertThat(timetables.of(group)).isEqualTo(full.withHolidays(Map.of(today.plusDays(3), "A day")));
    }
}
