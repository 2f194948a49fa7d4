package dev.lectern.meeting.hub;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** From which calendar each group has its holidays, in Redis. Any thread, any process. */
public final class HolidayLinkStore {
    /** A group has one. */
    private static final String ONLY = "link";

    private final GroupValues<HolidayLink> links;

    public HolidayLinkStore(UnifiedJedis redis) {
        this.links = new GroupValues<>(redis, "holidays:link", HolidayLink.class);
    }

    Optional<HolidayLink> find(GroupId group) {
        return links.find(group, ONLY);
    }

    void save(Change change, HolidayLink link) {
        links.save(change, ONLY, link);
    }

    void remove(Change change) {
        links.remove(change, ONLY);
    }
}
