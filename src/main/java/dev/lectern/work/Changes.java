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
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/**
 * Changes groups, one at a time each: the work reads what it needs and fills a {@link Change}, which is written in one
 * script if nobody else changed the group since, and otherwise worked out anew. Any thread, any process.
 */
public final class Changes {
    private static final int TRIES = 50;
    private static final String NEW = "0";
    /** Longer than whoever signed a request may repeat it. */
    public static final Duration SAME_REQUEST = Duration.ofMinutes(10);

    private static final Script COMMIT = Script.load("outbox", "commit");

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Due due;

    public Changes(UnifiedJedis redis, Clock clock, Due due) {
        this.redis = redis;
        this.clock = clock;
        this.due = due;
    }

    /** @throws IllegalStateException when others kept changing the group; then nothing was written */
    public <T> T apply(GroupId group, Function<Change, T> work) {
        return change(group, work, new Unasked<>());
    }

    /**
     * Like {@link #apply}, for a request that may come more than once: the same request has its effect once, and is
     * answered the same again for ten minutes. So it is tried again when the line to Redis breaks.
     */
    public <T> T once(GroupId group, RequestId request, Kept<T> kept, Function<Change, T> work) {
        String key = new GroupKeys(group).answer(request);
        return Again.whileTheLineBreaks(() -> {
            String before = redis.get(key);
            return before != null ? kept.read(before) : change(group, work, new Asked<>(key, kept));
        });
    }

    /** Who asks for a change. */
    private interface Asking<T> {
        String key(GroupKeys keys);

        /** Empty where no answer is to be kept. */
        String toKeep(T answer);

        /** What was answered before. */
        T answered();
    }

    private record Unasked<T>() implements Asking<T> {
        @Override
        public String key(GroupKeys keys) {
            return keys.of("answer");
        }

        @Override
        public String toKeep(T answer) {
            return "";
        }

        @Override
        public T answered() {
            throw new IllegalStateException("nobody asked");
        }
    }

    private final class Asked<T> implements Asking<T> {
        private final String key;
        private final Kept<T> kept;

        Asked(String key, Kept<T> kept) {
            this.key = key;
            this.kept = kept;
        }

        @Override
        public String key(GroupKeys keys) {
            return key;
        }

        @Override
        public String toKeep(T answer) {
            return kept.write(answer);
        }

        @Override
        public T answered() {
            return kept.read(redis.get(key));
        }
    }

    private <T> T change(GroupId group, Function<Change, T> work, Asking<T> asking) {
        GroupKeys keys = new GroupKeys(group);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String revision = Optional.ofNullable(redis.get(keys.revision())).orElse(NEW);
            Change change = new Change(group, clock.instant());
            T answer = work.apply(change);
            if (change.operations().isEmpty()) {
                return answer;
            }
            Object outcome = write(keys, revision, change, asking.key(keys), asking.toKeep(answer));
            if ("seen".equals(outcome)) {
                return asking.answered();
            }
            if (!"conflict".equals(outcome)) {
                due.touch(group, Long.parseLong((String) outcome));
                return answer;
            }
            pause(attempt);
        }
        throw new IllegalStateException("the group " + group + " kept changing; nothing was written");
    }

    private Object write(GroupKeys keys, String revision, Change change, String answerKey, String answer) {
        if (revision.equals(NEW)) {
            // Before the group is there: should we die between its first commit and the touch, a sweep finds it.
            due.know(keys.group());
        }
        List<String> names = new ArrayList<>(keys.forScripts());
        names.add(answerKey);
        names.addAll(written(change));
        return COMMIT.run(
                redis,
                names,
                List.of(revision, Json.write(change.operations()), answer, Long.toString(SAME_REQUEST.toMillis())));
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
