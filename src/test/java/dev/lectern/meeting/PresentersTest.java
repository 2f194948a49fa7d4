package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.slack.Scenes;
import dev.lectern.text.Language;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachRedis
class PresentersTest {
    private static final Group TRIO = Samples.group(ADA, BEN, CLEO);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

    private final Ground ground;
    private final MeetingStore meetings;
    private final Presenters presenters;

    PresentersTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        meetings = new MeetingStore(ground.redis);
        TurnsReader turns = new TurnsReader(
                new GroupStore(ground.redis),
                meetings,
                new PartStore(ground.redis),
                new MovesStore(ground.redis),
                group -> (who, when) -> false);
        presenters = new Presenters(meetings, turns, new SwapStore(ground.redis), (change, meeting) -> {});
        ground.write(TRIO.id(), change -> new GroupStore(ground.redis).save(change, TRIO));
    }

    @Test
    void the_channel_hears_in_its_own_language_what_a_member_of_another_one_does() {
        Meeting bens = Meeting.planned(MeetingId.of(DAY), START.plus(Duration.ofDays(3)))
                .assigned(BEN, Optional.empty());
        ground.write(TRIO.id(), change -> meetings.save(change, bens));
        Scenes scenes =
                new Scenes(group -> Optional.of(Language.JAPANESE), (team, user) -> Optional.of(Language.GERMAN));
        scenes.before(BEN, TRIO.id(), () -> {
            ground.write(TRIO.id(), change -> presenters.free(change, TRIO, bens, BEN));
            return BEN;
        });
        assertThat(ground.redis
                        .hgetAll(new GroupKeys(TRIO.id()).of("outbox:entries"))
                        .values())
                .filteredOn(entry -> entry.contains("presenter.back/"))
                .singleElement()
                .asString()
                .contains("の発表者の都合が悪くなりました")
                .doesNotContain("kann nicht");
    }
}
