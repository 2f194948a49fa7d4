package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

class RedisProblemTest {
    @ParameterizedTest
    @CsvSource({
        "OOM command not allowed when used memory > 'maxmemory'., full",
        "READONLY You can't write against a read only replica., read-only",
        "MISCONF Redis is configured to save RDB snapshots, takes no writes",
        "NOREPLICAS Not enough good replicas to write., replicas",
        "LOADING Redis is loading the dataset in memory, loading",
        "BUSY Redis is busy running a script., script",
        "MASTERDOWN Link with MASTER is down, lost its master",
        "NOAUTH Authentication required., password",
        "WRONGPASS invalid username-password pair, password",
        "NOPERM User nobody has no permissions, forbids"
    })
    void what_redis_says_is_put_into_words_for_the_operator(String said, String word) {
        assertThat(RedisProblem.sentence("Redis", new JedisDataException(said)))
                .startsWith("Redis ")
                .contains(word)
                .doesNotContain(said)
                .doesNotEndWith(".");
    }

    @Test
    void the_reason_is_found_below_what_the_client_made_of_it() {
        JedisException wrapped =
                new JedisException("No more attempts", new JedisClusterException("CLUSTERDOWN Hash slot not served"));
        assertThat(RedisProblem.sentence("Redis", wrapped))
                .isEqualTo("Redis is part of a Cluster that is down: see CLUSTER INFO");
    }

    @Test
    void what_is_not_known_is_named_by_its_kind_alone() {
        assertThat(RedisProblem.sentence("Redis", new JedisDataException("STRANGE lectern:{T1:C1}:group is odd")))
                .isEqualTo("Redis takes no writes (STRANGE)");
    }

    @Test
    void who_says_nothing_does_not_answer() {
        assertThat(RedisProblem.sentence("Redis' node one:7001", new JedisConnectionException("Connection refused")))
                .isEqualTo("Redis' node one:7001 does not answer");
    }
}
