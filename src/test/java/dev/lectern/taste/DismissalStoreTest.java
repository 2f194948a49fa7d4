package dev.lectern.taste;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import org.junit.jupiter.api.Test;

@OnEachRedis
class DismissalStoreTest {
    private final Ground ground;
    private final DismissalStore dismissals;

    DismissalStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        dismissals = new DismissalStore(ground.redis);
    }

    @Test
    void each_person_dismisses_for_themselves_and_takes_back_only_their_own() {
        Dismissal ada = new Dismissal(paper(1), ADA, START);
        Dismissal ben = new Dismissal(paper(1), BEN, START.minusSeconds(9));
        Dismissal other = new Dismissal(paper(2), ADA, START);
        ground.write(GROUP, change -> {
            dismissals.save(change, ada);
            dismissals.save(change, other);
            dismissals.save(change, ben);
            dismissals.save(change, ada);
        });
        assertThat(dismissals.of(GROUP)).containsExactly(ben, ada, other);
        assertThat(dismissals.of(Ground.group(2))).isEmpty();

        ground.write(GROUP, change -> dismissals.takeBack(change, ADA, paper(1)));
        assertThat(dismissals.of(GROUP)).containsExactly(ben, other);
    }
}
