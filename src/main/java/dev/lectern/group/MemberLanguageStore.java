package dev.lectern.group;

import dev.lectern.text.Language;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** The language that each member has chosen for what only they read, in Redis. Any thread, any process. */
public final class MemberLanguageStore {
    private final UnifiedJedis redis;

    public MemberLanguageStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Empty where they have not chosen one. */
    public Optional<Language> find(TeamId team, UserId member) {
        return Optional.ofNullable(redis.hget(key(team), member.value())).flatMap(Language::of);
    }

    void choose(TeamId team, UserId member, Language language) {
        redis.hset(key(team), member.value(), language.tag());
    }

    /** From now on Slack's settings count again. */
    void forget(TeamId team, UserId member) {
        redis.hdel(key(team), member.value());
    }

    private static String key(TeamId team) {
        return "lectern:team:{" + team + "}:languages";
    }
}
