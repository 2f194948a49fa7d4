package dev.lectern.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Whether a Redis is such that Lectern may keep what it was told in it: its version, its settings, and a write. */
public final class RedisCheck {
    private RedisCheck() {}

    /** What is wrong with the server, or with any master of the Cluster; empty when nothing is. */
    public static List<RedisFinding> findings(UnifiedJedis redis) {
        RedisNodes nodes = new RedisNodes(redis);
        List<RedisFinding> findings = new ArrayList<>();
        try {
            for (Map.Entry<String, String> node : nodes.keys().entrySet()) {
                findings.addAll(findings(nodes, node.getKey(), node.getValue()));
            }
        } catch (JedisException e) {
            findings.add(RedisFinding.refuses(RedisProblem.sentence("Redis", e)));
        }
        return findings;
    }

    private static List<RedisFinding> findings(RedisNodes nodes, String name, String key) {
        RedisFacts facts = nodes.facts(key);
        List<RedisFinding> findings = new ArrayList<>(facts.findings(name));
        if (!facts.isReplica()) {
            try {
                nodes.write(key);
            } catch (JedisException e) {
                findings.add(RedisFinding.refuses(RedisProblem.sentence(name, e)));
            }
        }
        return findings;
    }
}
