package dev.lectern.calendar;

import static dev.lectern.Samples.ADA;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.part.Part;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachRedis
class CalendarStoreTest {
    private static final MeetingId ID = new MeetingId("2026-04-09");

    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;
    private final CalendarStore store;

    CalendarStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), clock);
        store = new CalendarStore(ground.redis, ground.changes);
    }

    private static Event titled(String title) {
        return new Event(
                ID,
                START,
                Duration.ofHours(1),
                Optional.of("room; 7, \"x\""),
                "reading-group",
                title,
                "größer\n字",
                Optional.of(ADA),
                Optional.of("Ada"),
                List.of(new Role(Part.own("Critic", "You judge."), List.of(new Role.Holder(ADA, Optional.of("Ada"))))),
                false);
    }

    private Map<MeetingId, Given> bring(CalendarStore by, Event... events) {
        return by.bringUpToDate(
                GROUP,
                clock.instant(),
                (before, now) -> Edition.next(before, List.of(events), user -> Optional.of("Ada"), now));
    }

    private String revision() {
        return Optional.ofNullable(ground.redis.get("lectern:{" + GROUP + "}:revision"))
                .orElse("0");
    }

    @Test
    void what_was_given_is_remembered_and_nothing_is_written_while_nothing_changes() {
        Map<MeetingId, Given> first = bring(store, titled("A title"));
        assertThat(first).containsExactly(Map.entry(ID, new Given(titled("A title"), 0, START)));
        String before = revision();
        clock.moveBy(Duration.ofHours(1));
        assertThat(bring(new CalendarStore(ground.redis, ground.changes), titled("A title")))
                .isEqualTo(first);
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void a_change_is_given_once_and_what_is_gone_is_given_as_called_off_and_forgotten_in_time() {
        bring(store, titled("A title"));
        clock.moveBy(Duration.ofHours(1));
        assertThat(bring(store, titled("Another")).get(ID)).isEqualTo(new Given(titled("Another"), 1, clock.instant()));
        clock.moveBy(Duration.ofHours(1));
        assertThat(bring(store).get(ID)).isEqualTo(new Given(titled("Another").calledOff(true), 2, clock.instant()));
        clock.moveBy(Duration.ofDays(32));
        assertThat(bring(store)).isEmpty();
        assertThat(ground.redis.exists("lectern:{" + GROUP + "}:calendar:given"))
                .isFalse();
    }

    @Test
    void many_calendars_that_ask_at_once_are_given_the_same_and_the_sequence_grows_once() {
        bring(store, titled("A title"));
        clock.moveBy(Duration.ofHours(1));
        Queue<Optional<Given>> given = new ConcurrentLinkedQueue<>();
        Together.run(IntStream.range(0, 12)
                .mapToObj(n -> new CalendarStore(ground.redis, new Ground(ground.redis, clock).changes))
                .<Runnable>map(other -> () -> given.add(
                        Optional.ofNullable(bring(other, titled("Another")).get(ID))))
                .toList());
        assertThat(given).hasSize(12).containsOnly(Optional.of(new Given(titled("Another"), 1, clock.instant())));
    }
}
