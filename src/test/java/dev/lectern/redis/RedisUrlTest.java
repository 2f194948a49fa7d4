package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.redis.RedisUrl.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ClientKillParams;

class RedisUrlTest {

    @Test
    void a_server_is_named_by_its_host_alone() {
        RedisUrl url = RedisUrl.parse("redis://cache.example");
        assertThat(url.kind()).isEqualTo(Kind.REDIS);
        assertThat(url.hosts()).containsExactly(new HostAndPort("cache.example", 6379));
        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
        assertThat(url.path()).isEmpty();
    }

    @Test
    void a_server_is_named_with_everything() {
        RedisUrl url = RedisUrl.parse("rediss://lectern:s3cret@cache.example:6380/7");
        assertThat(url.kind()).isEqualTo(Kind.REDISS);
        assertThat(url.hosts()).containsExactly(new HostAndPort("cache.example", 6380));
        assertThat(url.user()).isEqualTo("lectern");
        assertThat(url.password()).isEqualTo("s3cret");
        assertThat(url.path()).isEqualTo("7");
    }

    @Test
    void a_password_needs_no_user() {
        RedisUrl url = RedisUrl.parse("redis://:s3cret@cache.example/");
        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEqualTo("s3cret");
        assertThat(url.path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p%40ss%3Aw%2Frd%23, p@ss:w/rd#", "a+b, a+b", "a:b, a:b", "%C3%BC, ü", "a@b, a@b"})
    void signs_that_mean_something_in_a_url_can_stand_in_a_password(String written, String meant) {
        RedisUrl url = RedisUrl.parse("redis://user:" + written + "@cache.example");
        assertThat(url.password()).isEqualTo(meant);
        assertThat(url.hosts()).containsExactly(new HostAndPort("cache.example", 6379));
    }

    @Test
    void blanks_around_a_url_and_capitals_in_its_scheme_do_not_matter() {
        assertThat(RedisUrl.parse(" REDIS://cache.example:6380\n").hosts())
                .containsExactly(new HostAndPort("cache.example", 6380));
    }

    @Test
    void a_sentinel_url_names_sentinels_and_the_master() {
        RedisUrl url = RedisUrl.parse("redis-sentinel://u:s3cret@one:26380,two,three:5/mymaster");
        assertThat(url.kind()).isEqualTo(Kind.REDIS_SENTINEL);
        assertThat(url.hosts())
                .containsExactly(
                        new HostAndPort("one", 26380), new HostAndPort("two", 26379), new HostAndPort("three", 5));
        assertThat(url.path()).isEqualTo("mymaster");
        assertThat(url.user()).isEqualTo("u");
        assertThat(url.password()).isEqualTo("s3cret");
    }

    @Test
    void a_cluster_url_names_some_nodes() {
        RedisUrl url = RedisUrl.parse("redis-cluster://:s3cret@one:7001,two");
        assertThat(url.kind()).isEqualTo(Kind.REDIS_CLUSTER);
        assertThat(url.hosts()).containsExactly(new HostAndPort("one", 7001), new HostAndPort("two", 6379));
        assertThat(url.password()).isEqualTo("s3cret");
    }

    @Test
    void an_address_of_version_six_is_a_host() {
        assertThat(RedisUrl.parse("redis://[::1]").hosts()).containsExactly(new HostAndPort("[::1]", 6379));
        assertThat(RedisUrl.parse("redis://[::1]:6380").hosts()).containsExactly(new HostAndPort("[::1]", 6380));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "localhost",
                "localhost:6379",
                "http://localhost:6379",
                "redis:localhost",
                "redis://",
                "redis:///0",
                "redis://:6379",
                "redis://host:port",
                "redis://host:70000",
                "redis://host:0",
                "redis://host/db",
                "redis://host/12345",
                "redis://host/-1",
                "redis://host?database=3",
                "redis://one,two",
                "redis://ho st",
                "redis-sentinel://one:26379",
                "redis-sentinel://one:26379/",
                "redis-sentinel:///mymaster",
                "redis-cluster://",
                "redis-cluster://one:7001/3",
                "redis-cluster:// , "
            })
    void what_is_no_redis_url_is_refused_with_the_way_out(String wrong) {
        assertThatThrownBy(() -> RedisUrl.parse(wrong))
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("LECTERN_REDIS_URL")
                .hasMessageContaining("redis://host:6379")
                .hasMessageContaining("redis-sentinel://")
                .hasMessageContaining("redis-cluster://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis//:s3cret@host",
                "http://:s3cret@host",
                "redis://:s3cret@host/db",
                "redis://:s3cret@host:port",
                "redis://:s3cret@",
                "redis://:s3cret",
                "redis://:s3cret#more@host",
                "redis://:s3cret/more@host:6379",
                "redis://:s3cret?more@host",
                "redis://:s3cret %zz@host",
                "redis-sentinel://:s3cret@host",
                "s3cret"
            })
    void a_refusal_never_repeats_a_password(String wrong) {
        assertThatThrownBy(() -> RedisUrl.parse(wrong))
                .isInstanceOf(RedisException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3cret")
                .doesNotContain("more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://lectern:s3cret@127.0.0.1:1",
                "redis-sentinel://lectern:s3cret@127.0.0.1:1/mymaster",
                "redis-cluster://lectern:s3cret@127.0.0.1:1"
            })
    void nobody_there_is_said_with_the_place_and_without_the_password(String nobody) {
        assertThatThrownBy(() -> RedisUrl.parse(nobody).connect())
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("LECTERN_REDIS_URL")
                .message()
                .doesNotContain("s3cret");
        assertThat(RedisUrl.parse(nobody).toString()).contains("127.0.0.1:1").doesNotContain("s3cret");
    }

    @Test
    void a_wrong_password_is_said_without_repeating_it() {
        TestRedis.commands();
        int port = Integer.parseInt(TestRedis.url().replaceAll(".*:", ""));
        assertThatThrownBy(() ->
                        RedisUrl.parse("redis://:not-it@127.0.0.1:" + port).connect())
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .message()
                .doesNotContain("not-it");
    }

    @Test
    void the_database_is_the_one_that_the_url_names() {
        TestRedis.fresh();
        try (UnifiedJedis third = RedisUrl.parse(TestRedis.url() + "/3").connect()) {
            third.set("where", "in the third");
        }
        assertThat(TestRedis.commands().get("where")).isNull();
    }

    @Test
    void connections_that_broke_while_nobody_used_them_are_not_handed_out() {
        try (RedisClient redis = (RedisClient) RedisUrl.parse(TestRedis.url()).connect()) {
            List<Connection> all =
                    Stream.generate(redis.getPool()::getResource).limit(4).toList();
            List<Long> ids = all.stream().map(one -> new Jedis(one).clientId()).toList();
            all.forEach(Connection::close);
            assertThat(redis.getPool().getNumIdle()).isEqualTo(4);

            try (Connection operator = redis.getPool().getResource()) {
                Jedis jedis = new Jedis(operator);
                ids.stream()
                        .filter(id -> id != jedis.clientId())
                        .forEach(id -> jedis.clientKill(new ClientKillParams().id(Long.toString(id))));

                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> redis.getPool().getNumIdle() == 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RedisKind.class)
    void what_a_url_names_answers(RedisKind kind) {
        UnifiedJedis redis = kind.fresh();
        redis.set("here", kind.name());
        assertThat(redis.get("here")).isEqualTo(kind.name());
    }

    @Test
    void a_turkish_operator_is_understood() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(RedisUrl.parse("redis://cache.example").kind()).isEqualTo(Kind.REDIS);
        } finally {
            Locale.setDefault(before);
        }
    }
}
