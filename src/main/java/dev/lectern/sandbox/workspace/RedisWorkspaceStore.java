package dev.lectern.sandbox.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workspace in Redis: one hash a collection, {@code lectern:{sandbox}:{collection}}, of JSON values. The hash tag
 * keeps all of it in one slot, so that one script covers a write. Any thread may use it.
 */
public final class RedisWorkspaceStore implements WorkspaceStore {
    private static final String PREFIX = "lectern:{sandbox}:";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WRITE = """
            for i = 1, #KEYS do
              local value = ARGV[2 * i]
              if value == '' then
                redis.call('HDEL', KEYS[i], ARGV[2 * i - 1])
              else
                redis.call('HSET', KEYS[i], ARGV[2 * i - 1], value)
              end
            end
            return #KEYS
            """;

    private final UnifiedJedis redis;

    public RedisWorkspaceStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public void write(List<Change> changes) {
        List<String> keys = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Change change : changes) {
            keys.add(PREFIX + change.collection());
            arguments.add(change.key());
            arguments.add(change.value().map(JSON::writeValueAsString).orElse(""));
        }
        if (!keys.isEmpty()) {
            redis.eval(WRITE, keys, arguments);
        }
    }

    @Override
    public Map<String, JsonNode> read(String collection) {
        Map<String, JsonNode> values = new HashMap<>();
        redis.hgetAll(PREFIX + collection).forEach((key, value) -> values.put(key, JSON.readTree(value)));
        return values;
    }
}
