package dev.lectern.calendar;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.TeamId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.RequestId;
import dev.lectern.work.Together;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class FeedLinkStoreTest {
    private static final FeedOwner GROUPS = new FeedOwner.OfGroup(GROUP);
    private static final FeedOwner ADAS = new FeedOwner.OfPerson(GROUP.team(), ADA);
    private static final RequestId FIRST = new RequestId("1.2.3");
    private static final RequestId SECOND = new RequestId("1.2.4");

    private final AtomicInteger seeds = new AtomicInteger();
    private final UnifiedJedis redis;
    private final FeedLinkStore links;

    FeedLinkStoreTest(RedisKind kind) {
        redis = kind.fresh();
        links = under("key");
    }

    private FeedLinkStore under(String key) {
        return new FeedLinkStore(redis, key, () -> "seed" + seeds.incrementAndGet());
    }

    private static String token(FeedLinkStore.Shown shown) {
        return shown.token().orElseThrow();
    }

    @Test
    void a_link_opens_its_owners_feed_and_is_the_same_whenever_it_is_shown() {
        String token = token(links.shown(GROUPS, FIRST, START));
        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(links.shown(GROUPS, SECOND, START.plusSeconds(9)))
                .isEqualTo(new FeedLinkStore.Shown(Optional.of(token), START));
        assertThat(links.owner(token)).contains(GROUPS);
        String own = token(links.shown(ADAS, FIRST, START));
        assertThat(links.owner(own)).contains(ADAS);
        assertThat(own).isNotEqualTo(token);
    }

    @Test
    void what_is_no_token_opens_nothing() {
        String token = token(links.shown(GROUPS, FIRST, START));
        for (String none : List.of(
                "",
                "x",
                token.toUpperCase(Locale.ROOT) + "0",
                token.substring(1),
                "0".repeat(32),
                "x".repeat(100_000),
                "}:{")) {
            assertThat(links.owner(none)).as(none).isEmpty();
        }
    }

    @Test
    void a_new_link_ends_the_old_one_at_once() {
        String old = token(links.shown(GROUPS, FIRST, START));
        String renewed = token(links.renewed(GROUPS, SECOND, START.plusSeconds(1)));
        assertThat(renewed).isNotEqualTo(old);
        assertThat(links.owner(old)).isEmpty();
        assertThat(links.owner(renewed)).contains(GROUPS);
        assertThat(token(links.shown(GROUPS, FIRST, START))).isEqualTo(renewed);
        assertThat(names()).as("nothing is left behind").hasSize(2);
    }

    @Test
    void the_same_request_for_a_new_link_gets_the_same_one() {
        links.shown(GROUPS, FIRST, START);
        String renewed = token(links.renewed(GROUPS, SECOND, START));
        assertThat(token(under("key").renewed(GROUPS, SECOND, START.plusSeconds(5))))
                .isEqualTo(renewed);
        assertThat(links.owner(renewed)).contains(GROUPS);
    }

    @Test
    void of_one_request_that_comes_many_times_at_once_one_link_is_made_and_it_works() {
        links.shown(GROUPS, FIRST, START);
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        Together.run(IntStream.range(0, 12)
                .<Runnable>mapToObj(n -> () -> tokens.add(token(under("key").renewed(GROUPS, SECOND, START))))
                .toList());
        assertThat(tokens)
                .hasSize(1)
                .allSatisfy(token -> assertThat(links.owner(token)).contains(GROUPS));
        assertThat(names()).hasSize(2);
    }

    @Test
    void nothing_in_redis_is_a_link_or_makes_one_without_the_key() {
        String token = token(links.shown(GROUPS, FIRST, START));
        for (String name : names()) {
            assertThat(name).doesNotContain(token);
            assertThat(redis.get(name)).doesNotContain(token);
        }
        assertThat(new FeedTokens("another").token(GROUPS, "seed1")).isNotEqualTo(token);
        assertThat(new FeedTokens("key").token(GROUPS, "seed1")).isEqualTo(token);
        assertThat(new FeedTokens("key").token(ADAS, "seed1")).isNotEqualTo(token);
    }

    @Test
    void under_another_key_a_link_goes_on_working_and_is_not_shown_again_until_it_is_renewed() {
        String token = token(links.shown(GROUPS, FIRST, START));
        FeedLinkStore later = under("another key");
        assertThat(later.owner(token)).contains(GROUPS);
        assertThat(later.shown(GROUPS, SECOND, START).token()).isEmpty();
        assertThat(later.owner(token(later.renewed(GROUPS, SECOND, START)))).contains(GROUPS);
    }

    @Test
    void an_owner_is_read_as_it_was_written_and_nothing_else_is() {
        for (FeedOwner owner : List.of(GROUPS, ADAS, new FeedOwner.OfPerson(new TeamId("T1"), BEN))) {
            assertThat(FeedOwner.parse(owner.text())).isEqualTo(owner);
        }
        for (String none : List.of("", "group", "group/T1", "group/T1:C1:X", "dog/T1:C1")) {
            assertThatThrownBy(() -> FeedOwner.parse(none)).as(none).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** What the Redis under the test has, by the names that links are kept under. */
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (FeedOwner owner : List.of(GROUPS, ADAS)) {
            String name = "lectern:calendar:{" + owner.text() + "}:link";
            Optional.ofNullable(redis.get(name)).ifPresent(json -> names.add(name));
        }
        for (int seed = 1; seed <= seeds.get(); seed++) {
            String digest = FeedTokens.digest(new FeedTokens("key").token(GROUPS, "seed" + seed));
            String name = "lectern:calendar:{" + digest + "}:owner";
            Optional.ofNullable(redis.get(name)).ifPresent(text -> names.add(name));
        }
        return names;
    }
}
