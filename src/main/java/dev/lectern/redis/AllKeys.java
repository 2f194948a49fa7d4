package dev.lectern.redis;

import java.util.function.Consumer;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Every key of a Redis, of a Cluster's nodes, too; for what is rare and may take its time. */
public final class AllKeys {
    private static final int PAGE = 1_000;

    private AllKeys() {}

    /**
     * Keys that come or go meanwhile may be left out, and one may come more than once.
     *
     * @param prefix what the keys begin with; none of {@code *?[\}
     */
    public static void each(UnifiedJedis redis, String prefix, Consumer<String> key) {
        if (!(redis instanceof RedisClusterClient cluster)) {
            scan((cursor, params) -> redis.scan(cursor, params), prefix, key);
            return;
        }
        for (ConnectionPool node : cluster.getClusterNodes().values()) {
            // Closes the connection with it, which must be given back once only: twice ends it, and it comes back
            // without its password.
            try (Jedis jedis = new Jedis(node.getResource())) {
                scan(jedis::scan, prefix, key);
            }
        }
    }

    @FunctionalInterface
    private interface Scan {
        ScanResult<String> page(String cursor, ScanParams params);
    }

    private static void scan(Scan scan, String prefix, Consumer<String> key) {
        ScanParams params = new ScanParams().match(prefix + "*").count(PAGE);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = scan.page(cursor, params);
            page.getResult().forEach(key);
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }
}
