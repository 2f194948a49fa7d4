package dev.lectern.group;

import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Groups in Redis. Any thread, any process. */
public final class GroupStore {
    private static final String GROUP = "group";

    private final UnifiedJedis redis;

    public GroupStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<Group> find(GroupId id) {
        return Optional.ofNullable(redis.get(new GroupKeys(id).of(GROUP))).map(json -> Stored.read(json, Group.class));
    }

    /** The groups of a workspace that were ever set up. */
    public List<Group> of(TeamId team) {
        return redis.smembers(team(team)).stream()
                .sorted()
                .map(GroupId::parse)
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    public void save(Change change, Group group) {
        // Under another hash tag than the group, so not in its script; written first, it is at worst a name too many.
        redis.sadd(team(group.id().team()), group.id().toString());
        change.set(GROUP, group);
    }

    private static String team(TeamId team) {
        return "lectern:team:{" + team + "}:groups";
    }
}
