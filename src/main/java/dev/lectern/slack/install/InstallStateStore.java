package dev.lectern.slack.install;

import dev.lectern.work.Stored;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** Installations that somebody began, in Redis, for ten minutes and for one use. Any thread, any process. */
public final class InstallStateStore {
    /** As long as Slack's code is good. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final UnifiedJedis redis;

    public InstallStateStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * @param browser the digest of what the browser keeps
     * @param verifier of PKCE, where it is used
     */
    record Begun(String browser, Optional<String> verifier) {
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    void keep(String state, Begun begun) {
        redis.set(key(state), Stored.write(begun), SetParams.setParams().px(KEPT.toMillis()));
    }

    /** What was begun under that state; afterwards it is used up. */
    Optional<Begun> take(String state) {
        return Optional.ofNullable(redis.getDel(key(state))).map(text -> Stored.read(text, Begun.class));
    }

    /** Not the state itself: whoever reads Redis learns none that is still good. */
    private static String key(String state) {
        return "lectern:install-state:" + Unguessable.digest(state);
    }
}
