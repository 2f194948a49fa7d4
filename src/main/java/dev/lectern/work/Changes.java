package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import java.time.Clock;
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
    private static final Script COMMIT = Script.load("outbox", "commit");

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Due due;

    public Changes(UnifiedJedis redis, Clock clock, Due due) {
        this.redis = redis;
        this.clock = clock;
        this.due = due;
    }

    public <T> T apply(GroupId group, Function<Change, T> work) {
        GroupKeys keys = new GroupKeys(group);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String revision = Optional.ofNullable(redis.get(keys.revision())).orElse(NEW);
            Change change = new Change(group, clock.instant());
            T answer = work.apply(change);
            if (change.operations().isEmpty() || write(keys, revision, change)) {
                return answer;
            }
            pause(attempt);
        }
        throw new IllegalStateException("the group " + group + " kept changing; nothing was written");
    }

    private boolean write(GroupKeys keys, String revision, Change change) {
        if (revision.equals(NEW)) {
            // Before the group is there: should we die between its first commit and the touch, a sweep finds it.
            due.know(keys.group());
        }
        return commit(keys, revision, change);
    }

    private boolean commit(GroupKeys keys, String revision, Change change) {
        List<String> names = new ArrayList<>(keys.forScripts());
        names.addAll(written(change));
        Object answer = COMMIT.run(redis, names, List.of(revision, Json.write(change.operations())));
        if ("conflict".equals(answer)) {
            return false;
        }
        due.touch(keys.group(), Long.parseLong((String) answer));
        return true;
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
