package dev.lectern.ballot;

import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Lookups;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.slack.Account;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Scenes;
import dev.lectern.text.Language;
import dev.lectern.work.Agenda;
import dev.lectern.work.Changes;
import dev.lectern.work.Delivery;
import dev.lectern.work.Due;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Missed;
import dev.lectern.work.Outbox;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Parking;
import dev.lectern.work.RequestId;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Processes on one Redis, each with sources of its own. */
@OnEachRedis
class BringStepsTest {
    private static final Names NAMES = Names.find("1810.04805");
    private static final Group GROUP = Samples.group(Samples.ADA);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Scenes scenes = Scenes.english();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    BringStepsTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
        ground.write(GROUP.id(), change -> new GroupStore(redis).save(change, GROUP));
    }

    @AfterEach
    void stop() {
        answers.countDown();
        processes.forEach(process -> process.worker.close());
    }

    private final class Process {
        final Worker worker;
        final BringSteps steps;
        final List<String> done = new CopyOnWriteArrayList<>();

        Process(Function<Names, Lookups.Answer> sources) {
            this(sources, clock);
        }

        Process(Function<Names, Lookups.Answer> sources, Clock clock) {
            Due due = new Due(redis);
            Changes changes = new Changes(redis, clock, due);
            Steps all = new Steps((group, step) -> scenes.in(group, () -> {
                step.run();
                return group;
            }));
            steps = new BringSteps(
                    new GroupStore(redis),
                    new BringStore(redis),
                    new PaperStore(redis),
                    (change, group, by, paper) -> Reply.onlyToYou("Nominated " + paper.title()),
                    Optional.of(sources),
                    changes);
            steps.register(all);
            all.register("other", Missed.DO_LATE, (step, change) -> done.add(step.key()));
            worker = new Worker(
                    redis,
                    clock,
                    due,
                    changes,
                    all,
                    new Outbox(redis),
                    new Parking(redis, changes, due),
                    BringStepsTest.this::deliver);
            processes.add(this);
        }
    }

    private Delivery.Outcome deliver(Delivery.Attempt attempt) {
        told.add(((Outgoing.Post) attempt.message()).message());
        return new Delivery.Outcome.Sent(new Delivery.Receipt(attempt.message().to(), "1774857600.000001"));
    }

    private Lookups.Answer slowly(Names names) {
        asked.countDown();
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bert(names);
    }

    private static Lookups.Answer bert(Names names) {
        return new Lookups.Told(Draft.titled("BERT").withNames(names).withAbstract("What it is about."));
    }

    private void bring(Process process) {
        ground.write(
                GROUP.id(),
                change -> process.steps.schedule(change, new RequestId("R1"), Bringing.of(NAMES, Samples.ADA, false)));
    }

    @Test
    void a_slow_site_keeps_no_other_step_of_the_group_waiting() throws InterruptedException {
        Process process = new Process(this::slowly);
        bring(process);
        process.worker.start();
        asked.await();
        ground.write(GROUP.id(), change -> change.schedule(new Step("other", "quick", clock.instant())));
        await().untilAsserted(() -> assertThat(process.done).containsExactly("quick"));
        assertThat(told).isEmpty();

        answers.countDown();
        await().untilAsserted(() -> assertThat(told).singleElement().asString().contains("Nominated BERT"));
    }

    @Test
    void what_is_asked_when_a_process_dies_is_asked_again_by_another_and_acted_on_once() throws InterruptedException {
        // Its time stands still from then on.
        Process dying = new Process(this::slowly, new SettableClock(START));
        bring(dying);
        dying.worker.start();
        asked.await();
        await().untilAsserted(() -> assertThat(new Agenda(redis).next(GROUP.id()))
                .get()
                .extracting(Step::at)
                .isEqualTo(START.plusSeconds(60)));
        Process other = new Process(BringStepsTest::bert);
        other.worker.runDue();
        assertThat(told).isEmpty();

        clock.moveBy(Duration.ofMinutes(1));
        other.worker.runDue();
        assertThat(told).singleElement().asString().contains("Nominated BERT");

        answers.countDown();
        dying.worker.close();
        assertThat(other.worker.nextDue()).isEmpty();
        assertThat(redis.exists(new GroupKeys(GROUP.id()).of("bringing"))).isFalse();
    }

    @Test
    void what_an_older_lectern_planned_is_done() {
        redis.hset(
                new GroupKeys(GROUP.id()).of("bringing"),
                "R0",
                "{\"v\":1,\"value\":{\"names\":{\"arxiv\":\"1810.04805\"},\"by\":\"U0ADA\",\"typed\":false,\"tries\":0}}");
        ground.write(GROUP.id(), change -> change.schedule(new Step("paper.bring", "R0", clock.instant())));
        Process process = new Process(BringStepsTest::bert);
        process.worker.runDue();
        assertThat(told).singleElement().asString().contains("Nominated BERT");
        assertThat(redis.exists(new GroupKeys(GROUP.id()).of("bringing"))).isFalse();
    }

    @Test
    void who_brought_a_paper_is_answered_in_their_own_language_whatever_the_group_speaks() {
        Process process = new Process(names -> new Lookups.Untold("nobody knows it"));
        scenes = new Scenes(
                group -> Optional.of(Language.GERMAN),
                (team, member) -> Optional.of(Language.JAPANESE),
                user -> Account.UNKNOWN);
        bring(process);
        process.worker.runDue();
        assertThat(told).singleElement().asString().contains("を調べられませんでした（it はどの情報源にもありません）");
    }

    @Test
    void sources_that_cannot_even_be_asked_are_asked_again_for_a_day_and_that_is_said() {
        Process process = new Process(names -> {
            throw new IllegalStateException("broken");
        });
        bring(process);
        process.worker.runDue();
        assertThat(told).singleElement().asString().contains("asking for it failed. I keep trying");

        for (int hour = 0; hour < 48; hour++) {
            clock.moveBy(Duration.ofHours(1));
            process.worker.runDue();
        }
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("asking for it failed. I tried for a day");
        assertThat(process.worker.nextDue()).isEmpty();
    }
}
