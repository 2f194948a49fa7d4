package dev.lectern.crash;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What is still to be done, in somebody's hands, or put aside: nothing, once all has come to its end. */
final class Unrest {
    private static final int BUCKETS = 16;
    private static final List<String> LANES = List.of("steps", "messages");

    private final UnifiedJedis redis;
    private final List<String> found = new ArrayList<>();

    private Unrest(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** @param now by Lectern's clock */
    static List<String> of(UnifiedJedis redis, List<GroupId> groups, Instant now) {
        Unrest unrest = new Unrest(redis);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            unrest.bucket("{" + bucket + "}", now);
        }
        groups.forEach(group -> unrest.group("lectern:{" + group + "}:", now));
        return unrest.found;
    }

    private void bucket(String bucket, Instant now) {
        due("lectern:due:" + bucket, now);
        due("lectern:outgoing:" + bucket, now);
        for (String lane : LANES) {
            sorted("lectern:claims:" + lane + ":" + bucket);
            sorted("lectern:later:" + lane + ":" + bucket);
        }
        sorted("lectern:intents:" + bucket);
        hash("lectern:troubled:" + bucket);
        if (redis.scard("lectern:parked:" + bucket) > 0) {
            found.add("parked in " + bucket + ": " + redis.smembers("lectern:parked:" + bucket));
        }
    }

    private void group(String group, Instant now) {
        due(group + "timeline", now);
        sorted(group + "outbox");
        hash(group + "outbox:entries");
        hash(group + "outbox:tries");
        hash(group + "failures");
        hash(group + "parked");
        for (String lane : LANES) {
            String until = redis.hget(group + "leases", lane + ":until");
            if (until != null && !until.equals("0")) {
                found.add(group + "leases: " + lane + " until " + until);
            }
        }
    }

    private void due(String key, Instant now) {
        List<String> due = redis.zrangeByScore(key, Double.NEGATIVE_INFINITY, now.toEpochMilli());
        if (!due.isEmpty()) {
            found.add(key + " is due: " + due);
        }
    }

    private void sorted(String key) {
        List<String> members = redis.zrange(key, 0, -1);
        if (!members.isEmpty()) {
            found.add(key + ": " + members);
        }
    }

    private void hash(String key) {
        if (redis.hlen(key) > 0) {
            found.add(key + ": " + redis.hgetAll(key));
        }
    }
}
