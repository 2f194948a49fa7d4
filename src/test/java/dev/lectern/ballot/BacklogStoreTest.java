package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Together;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachRedis
class BacklogStoreTest {
    private final Ground ground;
    private final BacklogStore backlogs;

    BacklogStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        backlogs = new BacklogStore(ground.redis);
    }

    @Test
    void a_group_s_backlog_is_empty_at_first() {
        assertThat(backlogs.find(GROUP)).isEqualTo(Backlog.empty());
    }

    @Test
    void a_backlog_is_found_as_it_was_saved() {
        Backlog backlog = new Backlog(List.of(
                new Nomination(paper(2), BEN, START.plusNanos(5_000)),
                new Nomination(PaperId.parse("hep-th/9901001"), ADA, START),
                new Nomination(PaperId.parse("t-0123456789abcdef"), ADA, START.plusSeconds(1))));
        ground.write(GROUP, change -> backlogs.save(change, backlog));
        assertThat(backlogs.find(GROUP)).isEqualTo(backlog);
        assertThat(backlogs.find(Ground.group(2))).isEqualTo(Backlog.empty());
    }

    @Test
    void of_many_nominations_at_once_none_is_lost() {
        Together.run(IntStream.range(0, 4)
                .<Runnable>mapToObj(thread ->
                        () -> IntStream.range(0, 10).forEach(i -> nominate(paper(thread * 10 + i))))
                .toList());
        assertThat(backlogs.find(GROUP).nominations()).hasSize(40);
    }

    @Test
    void seconds_and_traces_are_found_as_they_were_saved() {
        Backlog backlog = new Backlog(
                        List.of(new Nomination(paper(1), BEN, START), new Nomination(paper(2), ADA, START)))
                .second(new Second(paper(1), ADA, START.plusNanos(5_000)))
                .takeOff(paper(2), BEN, START.plusSeconds(1));
        ground.write(GROUP, change -> backlogs.save(change, backlog));
        assertThat(backlogs.find(GROUP)).isEqualTo(backlog);
    }

    @Test
    void of_many_seconds_at_once_each_member_s_counts_once() {
        nominate(paper(1));
        Together.run(Samples.people(8).stream()
                .<Runnable>map(member -> () -> IntStream.range(0, 5).forEach(again -> second(member)))
                .toList());
        assertThat(backlogs.find(GROUP).seconds(paper(1)))
                .extracting(Second::by)
                .containsExactlyInAnyOrderElementsOf(Samples.people(8));
    }

    private void second(UserId member) {
        ground.write(
                GROUP,
                change ->
                        backlogs.save(change, backlogs.find(GROUP).second(new Second(paper(1), member, change.now()))));
    }

    private void nominate(PaperId paper) {
        ground.write(
                GROUP,
                change -> backlogs.save(
                        change,
                        backlogs.find(GROUP)
                                .add(new Nomination(paper, ADA, change.now()))
                                .backlog()));
    }
}
