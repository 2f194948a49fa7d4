package dev.lectern.meeting.hub;

import static dev.lectern.Samples.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.when.Pause;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Scenes;
import dev.lectern.text.Language;
import dev.lectern.work.Changes;
import dev.lectern.work.Delivery;
import dev.lectern.work.Due;
import dev.lectern.work.Ground;
import dev.lectern.work.Outbox;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Parking;
import dev.lectern.work.RequestId;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Steps;
import dev.lectern.work.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class TimetableStepsTest {
    private static final Group GROUP = Samples.group(ADA);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(Ground.START);
    private final List<String> posted = new CopyOnWriteArrayList<>();

    TimetableStepsTest(RedisKind kind) {
        redis = kind.fresh();
        new Ground(redis, clock).write(GROUP.id(), change -> new GroupStore(redis).save(change, GROUP));
    }

    private Delivery.Outcome deliver(Delivery.Attempt attempt) {
        posted.add(((Outgoing.Post) attempt.message()).message());
        return new Delivery.Outcome.Sent(new Delivery.Receipt(attempt.message().to(), "1774857600.000001"));
    }

    @Test
    void the_channel_hears_of_a_change_in_the_group_s_language_and_whoever_made_it_in_theirs() {
        Due due = new Due(redis);
        Changes changes = new Changes(redis, clock, due);
        TimetableSteps steps = new TimetableSteps(
                new GroupStore(redis),
                new TimetableStore(redis),
                (change, group, timetable) -> {},
                new GroupLogStore(redis),
                changes);
        Scenes scenes =
                new Scenes(group -> Optional.of(Language.GERMAN), (team, user) -> Optional.of(Language.JAPANESE));
        Pause pause = new Pause(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 1), "");
        Reply answer = scenes.before(
                ADA,
                GROUP.id(),
                () -> steps.once(
                        GROUP.id(),
                        ADA,
                        new RequestId("R1"),
                        (group, timetable, now) -> PauseModal.paused(timetable, pause),
                        outcome -> Reply.onlyToYou(HubText.day(pause.until()))));
        assertThat(answer).isEqualTo(Reply.onlyToYou("2026年9月1日(火)"));
        try (Worker worker = new Worker(
                redis,
                clock,
                due,
                changes,
                new Steps(),
                new Outbox(redis),
                new Parking(redis, changes, due),
                this::deliver)) {
            worker.runDue();
        }
        assertThat(posted)
                .singleElement()
                .asString()
                .contains(
                        "<@U0ADA> lässt die Gruppe von Mittwoch, 1. Juli 2026 bis Dienstag, 1. September 2026 pausieren.");
    }
}
