package dev.lectern.meeting.hub;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** From which calendar each group has its holidays, in Redis. Any thread, any process. */
public final class HolidayLinkStore {
    private static final String LINKS = "holidays:link";
    /** A group has one. */
    private static final String ONLY = "link";

    private final UnifiedJedis redis;

    public HolidayLinkStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<HolidayLink> find(GroupId group) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(LINKS), ONLY))
                .map(json -> Stored.read(json, HolidayLink.class));
    }

    void save(Change change, HolidayLink link) {
        change.put(LINKS, ONLY, link);
    }

    void remove(Change change) {
        change.remove(LINKS, ONLY);
    }
}
