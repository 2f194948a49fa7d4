package dev.lectern.app;

import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.Searches;
import dev.lectern.paper.source.Site;
import dev.lectern.redis.EmbeddedRedis;
import dev.lectern.redis.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.UnifiedJedis;

/** The demo in this process, on a real Redis of its own: to be used, crashed, and started again. */
final class DemoWorld implements AutoCloseable {
    private final Path folder;
    private final EmbeddedRedis server;
    private final int port = freePort();
    private Redis redis;
    private Demo demo;
    private People people;

    private final Outside outside;

    private final Demo.Way way;

    private DemoWorld(Path folder, Outside outside, Demo.Way way) {
        this.way = way;
        this.folder = folder;
        this.outside = outside;
        this.server = EmbeddedRedis.startOrJoin(folder.resolve("redis"));
        start();
    }

    /** A reading group that has begun: the first digest is there. */
    static DemoWorld begin(Path folder) {
        return new DemoWorld(folder, Outside.NOBODY, Demo.Way.HTTP);
    }

    static DemoWorld begin(Path folder, Demo.Way way) {
        return new DemoWorld(folder, Outside.NOBODY, way);
    }

    /** With sources that tell of papers. */
    static DemoWorld begin(Path folder, Lookups sources) {
        return new DemoWorld(
                folder, new Outside(Optional.of(sources::find), Optional.empty(), Optional.empty()), Demo.Way.HTTP);
    }

    /** With sites that can be searched. */
    static DemoWorld begin(Path folder, Searches sites) {
        return new DemoWorld(
                folder, new Outside(Optional.empty(), Optional.of(sites), Optional.empty()), Demo.Way.HTTP);
    }

    /** With what people link on the web. */
    static DemoWorld beginLinking(Path folder, Site web) {
        return new DemoWorld(folder, new Outside(Optional.empty(), Optional.empty(), Optional.of(web)), Demo.Way.HTTP);
    }

    private void start() {
        redis = Redis.open(Optional.of(server.url()), Optional.empty(), folder);
        demo = Demo.start(redis, folder, new WordsEmbedder(), outside, 0, port, way);
        people = new People(demo.page());
    }

    People people() {
        return people;
    }

    /** Where people meet the sandbox. */
    String page() {
        return demo.page();
    }

    /** Where Lectern listens for Slack. */
    int port() {
        return port;
    }

    /** The Redis under the running parts. */
    UnifiedJedis redis() {
        return redis.commands();
    }

    /** Another way to the same Redis, as another process has. */
    Redis anotherWayToRedis() {
        return Redis.open(Optional.of(server.url()), Optional.empty(), folder);
    }

    /** Takes Redis away under the running parts, so that nothing is finished in order, and starts anew. */
    void crashAndStartAgain() {
        redis.close();
        demo.close();
        start();
    }

    /** The same data, with an orderly stop between. */
    void stopAndStartAgain() {
        demo.close();
        redis.close();
        start();
    }

    /** What Lectern keeps of a channel's group, but for what only serves sending and waking. */
    Map<String, String> kept(String channel) {
        Map<String, String> kept = new TreeMap<>();
        for (String key : redis.commands().keys("lectern:{T0LECTERN:" + channel + "}:*")) {
            String name = key.substring(key.indexOf("}:") + 2);
            if (!name.matches("(lease|revision|outbox.*|steps:.*|sent)")) {
                kept.put(name, content(key));
            }
        }
        return kept;
    }

    private String content(String key) {
        return switch (redis.commands().type(key)) {
            case "hash" -> new TreeMap<>(redis.commands().hgetAll(key)).toString();
            case "set" -> new TreeSet<>(redis.commands().smembers(key)).toString();
            case "zset" -> redis.commands().zrangeWithScores(key, 0, -1).toString();
            default -> redis.commands().get(key);
        };
    }

    /** Far from those that the system hands out by itself: one of those may be taken until it is listened on. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(21_000, 31_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        demo.close();
        redis.close();
        server.close();
    }
}
