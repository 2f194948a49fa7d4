package dev.lectern.work;

import dev.lectern.group.TeamId;
import dev.lectern.redis.AllKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.UnifiedJedis;

/**
 * All that Lectern keeps of a workspace. The one rule for it: a key that belongs to a workspace has the workspace's id in its
 * hash tag, alone ({@code lectern:team:{T1}:groups}) or before a colon ({@code lectern:{T1:C1}:group},
 * {@code lectern:calendar:{person/T1:U1}:link}), perhaps behind a word and a slash. What is everybody's has none there.
 */
public final class TeamData {
    private static final String PREFIX = "lectern:";
    private static final Pattern TAG = Pattern.compile("^[^{]*\\{(?:[a-z]+/)?([TE][A-Z0-9]+)(:[A-Z0-9]+)?\\}");

    private final UnifiedJedis redis;
    private final Due due;
    private final Consumer<String> before;

    /** @param before gets each key before it is deleted, for what else hangs on it */
    public TeamData(UnifiedJedis redis, Due due, Consumer<String> before) {
        this.redis = redis;
        this.due = due;
        this.before = before;
    }

    /** Whether the key belongs to that workspace. */
    public static boolean isOf(TeamId team, String key) {
        Matcher tag = TAG.matcher(key);
        return tag.find() && tag.group(1).equals(team.value());
    }

    /** The keys of a workspace that are there now. */
    public List<String> keys(TeamId team) {
        List<String> keys = new ArrayList<>();
        AllKeys.each(redis, PREFIX, key -> {
            if (isOf(team, key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /**
     * Deletes all of it; answers how many keys that were. What is cut off in the middle is finished by doing it again.
     *
     * @param kept a part of a key's name that goes last, by another's hand
     * @param still asked before each key: whether it is still to be deleted
     */
    public long erase(TeamId team, String kept, BooleanSupplier still) {
        long deleted = 0;
        for (String key : keys(team)) {
            if (key.endsWith(kept)) {
                continue;
            }
            if (!still.getAsBoolean()) {
                return deleted;
            }
            before.accept(key);
            deleted += redis.unlink(key);
        }
        due.groups(team).forEach(due::forget);
        return deleted;
    }
}
