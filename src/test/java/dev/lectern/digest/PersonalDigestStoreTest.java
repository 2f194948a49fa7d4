package dev.lectern.digest;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachRedis
class PersonalDigestStoreTest {
    private static final PersonalDigest DIGEST =
            new PersonalDigest(ADA, List.of("größer"), Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(7, 30));
    private static final GroupId OTHER = Ground.group(2);

    private final Ground ground;
    private final PersonalDigestStore personal;

    PersonalDigestStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        personal = new PersonalDigestStore(ground.redis);
    }

    @Test
    void it_is_found_as_it_was_saved_by_its_owner_alone() {
        assertThat(personal.find(GROUP, ADA)).isEmpty();
        ground.write(GROUP, change -> personal.save(change, DIGEST));
        assertThat(personal.find(GROUP, ADA)).contains(DIGEST);
        assertThat(personal.all(GROUP)).containsExactly(DIGEST);
        assertThat(personal.find(GROUP, BEN)).isEmpty();
        assertThat(personal.groupOf(GROUP.team(), ADA)).contains(GROUP);
    }

    @Test
    void asked_for_in_another_group_it_moves_there() {
        ground.write(GROUP, change -> personal.save(change, DIGEST));
        ground.write(OTHER, change -> personal.save(change, DIGEST));
        assertThat(personal.find(GROUP, ADA)).isEmpty();
        assertThat(personal.find(OTHER, ADA)).contains(DIGEST);
        assertThat(personal.groupOf(GROUP.team(), ADA)).contains(OTHER);
    }

    @Test
    void ended_from_any_group_it_is_kept_nowhere() {
        ground.write(GROUP, change -> personal.save(change, DIGEST));
        ground.write(OTHER, change -> personal.leave(change, ADA));
        assertThat(personal.find(GROUP, ADA)).isEmpty();
        assertThat(personal.groupOf(GROUP.team(), ADA)).isEmpty();
    }
}
