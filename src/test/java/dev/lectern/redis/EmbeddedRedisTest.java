package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

class EmbeddedRedisTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() {
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
                UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            jedis.set("kept", "yes");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
                UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            assertThat(jedis.get("kept")).isEqualTo("yes");
        }
    }

    @Test
    void every_write_is_on_disk_before_it_is_answered() {
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
                UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            assertThat(jedis.configGet("append*"))
                    .containsEntry("appendonly", "yes")
                    .containsEntry("appendfsync", "always");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder)) {
            int port = Integer.parseInt(redis.url().replaceAll(".*:", ""));
            try (Jedis stranger = new Jedis("127.0.0.1", port)) {
                assertThatThrownBy(() -> stranger.get("kept"))
                        .isInstanceOf(JedisDataException.class)
                        .hasMessageContaining("NOAUTH");
            }
        }
    }

    @Test
    void only_the_owner_can_read_the_password() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder)) {
            assertThat(redis.isOwner()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("where.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_process_joins_and_does_not_stop_the_server() {
        try (EmbeddedRedis owner = EmbeddedRedis.startOrJoin(folder)) {
            EmbeddedRedis guest = EmbeddedRedis.startOrJoin(folder);
            guest.close();
            assertThat(guest.isOwner()).isFalse();
            try (UnifiedJedis jedis = RedisUrl.parse(owner.url()).connect()) {
                assertThat(jedis.ping()).isEqualTo("PONG");
            }
        }
    }

    @Test
    void the_server_that_a_crash_left_running_is_adopted() throws Exception {
        Leftover left = leave();
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
                UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            assertThat(redis.isOwner()).isTrue();
            assertThat(redis.pid()).isEqualTo(left.pid);
            assertThat(jedis.get("kept")).isEqualTo("yes");
        }
        assertThat(left.answers()).isFalse();
    }

    @Test
    void a_left_over_that_no_longer_answers_is_replaced() throws Exception {
        Leftover left = leave();
        signal("STOP", left.pid);
        try (EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
                UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            assertThat(redis.pid()).isNotEqualTo(left.pid);
            assertThat(jedis.get("kept")).isEqualTo("yes");
        }
    }

    @Test
    void an_unusable_folder_is_named_with_the_way_out() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedRedis.startOrJoin(file))
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("file")
                .hasMessageContaining("LECTERN_DATA");
    }

    private record Leftover(long pid, int port) {
        boolean answers() {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException refused) {
                return false;
            }
        }
    }

    /** A server whose owner is gone without stopping it: its files are as a SIGKILL leaves them. */
    private Leftover leave() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.startOrJoin(folder);
        try (UnifiedJedis jedis = RedisUrl.parse(redis.url()).connect()) {
            jedis.set("kept", "yes");
        }
        redis.abandon();
        return new Leftover(redis.pid(), Integer.parseInt(redis.url().replaceAll(".*:", "")));
    }

    private static void signal(String name, long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
