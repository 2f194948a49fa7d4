package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Again;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/**
 * Changes groups, one at a time each: the work reads what it needs and fills a {@link Change}, which is written in one
 * script if nobody else changed the group since, and otherwise worked out anew. Any thread, any process.
 */
public final class Changes {
    private static final int TRIES = 50;
    private static final String NEW = "0";
    private static final String NO_FENCE = "";
    private static final String NO_ANSWER = "answer";
    /** Longer than whoever signed a request may repeat it. */
    public static final Duration SAME_REQUEST = Duration.ofMinutes(10);

    private static final Script COMMIT = Script.load("outbox", "commit");

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Due due;
    private volatile Consumer<GroupId> onChange = group -> {};

    public Changes(UnifiedJedis redis, Clock clock, Due due) {
        this.redis = redis;
        this.clock = clock;
        this.due = due;
    }

    /** Who hears of every change by this process once it is written; must not take long, since somebody waits. */
    public void onChange(Consumer<GroupId> hearer) {
        onChange = hearer;
    }

    /** @throws IllegalStateException when others kept changing the group; then nothing was written */
    public <T> T apply(GroupId group, Function<Change, T> work) {
        Due.Intent intent = due.intend(group);
        Changed<T> changed = change(group, work, Asker.nobody(group));
        due.fulfil(intent, changed.next());
        return changed.answer();
    }

    /**
     * Like {@link #apply}, for a request that may come more than once: the same request has its effect once, and is
     * answered the same again for ten minutes. So it is tried again when the line to Redis breaks.
     */
    public <T> T once(GroupId group, RequestId request, Kept<T> kept, Function<Change, T> work) {
        String key = new GroupKeys(group).answer(request);
        return Again.whileTheLineBreaks(() -> {
            String before = redis.get(key);
            if (before != null) {
                return kept.read(before);
            }
            Due.Intent intent = due.intend(group);
            Changed<T> changed = change(group, work, new Asker<>(key, Optional.of(kept), NO_FENCE));
            due.fulfil(intent, changed.next());
            return changed.answer();
        });
    }

    /**
     * Like {@link #apply}, for whoever works for the group under a lease, and tells when it is next due afterwards.
     *
     * @throws LeaseLost when another process has the lease by now; then nothing was written
     */
    <T> T under(Lease lease, GroupId group, Function<Change, T> work) {
        Asker<T> holder =
                new Asker<>(new GroupKeys(group).of(NO_ANSWER), Optional.empty(), Long.toString(lease.fence()));
        return change(group, work, holder).answer();
    }

    /** What came of a change: what the work answered, and when the group is next due. */
    private record Changed<T>(T answer, Next next) {}

    /** For whom a change is made: where and how the answer is kept, if at all, and the fence under which it is. */
    private record Asker<T>(String answerKey, Optional<Kept<T>> kept, String fence) {
        static <T> Asker<T> nobody(GroupId group) {
            return new Asker<>(new GroupKeys(group).of(NO_ANSWER), Optional.empty(), NO_FENCE);
        }

        String toKeep(T answer) {
            return kept.map(how -> how.write(answer)).orElse("");
        }
    }

    private <T> Changed<T> change(GroupId group, Function<Change, T> work, Asker<T> asker) {
        GroupKeys keys = new GroupKeys(group);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String revision = Optional.ofNullable(redis.get(keys.revision())).orElse(NEW);
            Change change = new Change(group, clock.instant());
            T answer = work.apply(change);
            if (change.operations().isEmpty()) {
                // There may be nothing left to change because the same request changed it meanwhile, elsewhere.
                return new Changed<>(before(asker).orElse(answer), Next.NOTHING);
            }
            Object outcome = write(keys, revision, change, asker, answer);
            if ("fenced".equals(outcome)) {
                throw new LeaseLost("the steps of " + group + " are another process's by now");
            }
            if ("seen".equals(outcome)) {
                Kept<T> kept = asker.kept().orElseThrow();
                return new Changed<>(kept.read(redis.get(asker.answerKey())), Next.NOTHING);
            }
            if (!"conflict".equals(outcome)) {
                onChange.accept(group);
                return new Changed<>(answer, Next.read(outcome));
            }
            pause(attempt);
        }
        throw new IllegalStateException("the group " + group + " kept changing; nothing was written");
    }

    private <T> Optional<T> before(Asker<T> asker) {
        return asker.kept()
                .flatMap(
                        how -> Optional.ofNullable(redis.get(asker.answerKey())).map(how::read));
    }

    private <T> Object write(GroupKeys keys, String revision, Change change, Asker<T> asker, T answer) {
        List<String> names = new ArrayList<>(keys.forScripts());
        names.addAll(List.of(asker.answerKey(), keys.leases()));
        names.addAll(written(change));
        return COMMIT.run(
                redis,
                names,
                List.of(
                        revision,
                        Json.write(change.operations()),
                        asker.toKeep(answer),
                        Long.toString(SAME_REQUEST.toMillis()),
                        asker.fence()));
    }

    private static TreeSet<String> written(Change change) {
        TreeSet<String> names = new TreeSet<>();
        change.operations().stream()
                .map(operation -> operation.get(1))
                .filter(name -> name.startsWith("lectern:{"))
                .forEach(names::add);
        return names;
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1 + Math.min(attempt * 2, 40)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
