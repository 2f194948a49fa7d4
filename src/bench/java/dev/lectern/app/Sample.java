package dev.lectern.app;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.redis.Json;
import dev.lectern.work.WorkProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * All that stands in Redis about one group, to be written again under other names. A copy has a channel and members of
 * its own, and its timeline is shifted by some minutes; nothing else differs.
 */
record Sample(List<Key> keys, Instant next) {
    static final String TEAM = "T0BENCH0000";
    /** What the ids of the group's channel and members have in common, and nothing else contains. */
    static final String TAG = "SAMPLE000";

    private static final int MOST_AT_ONCE = 200;
    /** Redis stands still meanwhile. */
    private static final int MOST_BYTES_AT_ONCE = 5_000_000;

    private static final int TAG_RADIX = 36;
    private static final int WEEK_MINUTES = 7 * 24 * 60;
    private static final String COPY = script();

    /**
     * A key with the command that writes it, and what that command takes after the name.
     *
     * @param arguments for a sorted set first the score, then the member, and so on
     */
    record Key(String name, String command, List<String> arguments) {}

    /** The copies from one number to another, that one left out, in the team of the sample or spread over many. */
    record Range(int from, int to, boolean manyTeams) {
        private static final int TEAM_SIZE = 100;

        Stream<Copy> copies() {
            return Stream.iterate(from, number -> number < to, number -> number + 1)
                    .map(number -> new Copy(number, manyTeams ? "T0B" + padded(number / TEAM_SIZE, 8) : TEAM));
        }
    }

    /** One copy. */
    record Copy(int number, String team) {
        String tag() {
            return padded(number, TAG.length());
        }

        GroupId group() {
            return new GroupId(new TeamId(team), new ChannelId(channel(tag())));
        }

        /** By how much its timeline is later than the sample's; the same in every run. */
        Duration shift() {
            return Duration.ofMinutes(new Random(number).nextInt(WEEK_MINUTES));
        }
    }

    static String channel(String tag) {
        return "C" + tag + "0";
    }

    static String member(int which) {
        return "U" + TAG + which;
    }

    static GroupId group() {
        return new GroupId(new TeamId(TEAM), new ChannelId(channel(TAG)));
    }

    private static String padded(int number, int length) {
        String digits = Integer.toString(number, TAG_RADIX).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** The group as it stands; without what Redis will forget by itself. */
    static Sample of(UnifiedJedis redis) {
        String prefix = "lectern:{" + group() + "}:";
        List<Key> keys = redis.keys(prefix.replace("{", "\\{") + "*").stream()
                .filter(key -> redis.pttl(key) < 0)
                .sorted()
                .map(key -> read(redis, key, key.substring(prefix.length())))
                .toList();
        return new Sample(keys, new WorkProbe(redis).nextStep(group()));
    }

    private static Key read(UnifiedJedis redis, String key, String name) {
        return switch (redis.type(key)) {
            case "string" -> new Key(name, "SET", List.of(redis.get(key)));
            case "hash" -> new Key(name, "HSET", flat(redis.hgetAll(key)));
            case "set" -> new Key(name, "SADD", List.copyOf(redis.smembers(key)));
            case "zset" ->
                new Key(
                        name,
                        "ZADD",
                        redis.zrangeWithScores(key, 0, -1).stream()
                                .flatMap(entry -> Stream.of(score(entry), entry.getElement()))
                                .toList());
            default -> throw new IllegalStateException("what is " + key + "?");
        };
    }

    private static List<String> flat(Map<String, String> hash) {
        return hash.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String score(Tuple entry) {
        return Long.toString((long) entry.getScore());
    }

    /** Writes the copies, and notes in the buckets when each is next due. */
    void copyTo(UnifiedJedis redis, Range range) {
        String digest = redis.scriptLoad(COPY);
        int atOnce = Math.min(MOST_AT_ONCE, 1 + MOST_BYTES_AT_ONCE / Json.write(keys).length());
        List<Copy> batch = new ArrayList<>();
        range.copies().forEach(copy -> {
            batch.add(copy);
            if (batch.size() == atOnce) {
                copy(redis, digest, batch);
                batch.clear();
            }
        });
        copy(redis, digest, batch);
    }

    private void copy(UnifiedJedis redis, String digest, List<Copy> copies) {
        List<String> arguments = new ArrayList<>(List.of(Json.write(keys), TAG, TEAM));
        copies.forEach(copy -> arguments.addAll(
                List.of(copy.tag(), copy.team(), Long.toString(copy.shift().toMillis()))));
        redis.evalsha(digest, List.of(), arguments);
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (Copy copy : copies) {
                WorkProbe.note(pipeline, copy.group(), next.plus(copy.shift()));
                pipeline.sadd(
                        "lectern:team:{" + copy.team() + "}:groups",
                        copy.group().toString());
            }
            pipeline.sync();
        }
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(Sample.class.getResourceAsStream("/lua/copy.lua"), "the script is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
