package dev.lectern.group;

import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;

/** Groups in Redis. Any thread, any process. */
public final class GroupStore {
    private static final Logger log = LoggerFactory.getLogger(GroupStore.class);
    private static final String GROUP = "group";
    private static final String JOINED = "joined";

    private final UnifiedJedis redis;

    public GroupStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<Group> find(GroupId id) {
        return Optional.ofNullable(redis.get(new GroupKeys(id).of(GROUP))).map(json -> Stored.read(json, Group.class));
    }

    /** The groups of a workspace that were ever set up; one that cannot be read is left out, and disturbs no other. */
    public List<Group> of(TeamId team) {
        return ids(team).flatMap(id -> readable(id).stream()).toList();
    }

    /** How many groups of a workspace were set up and cannot be read. */
    public long unreadable(TeamId team) {
        return ids(team).filter(id -> exists(id) && readable(id).isEmpty()).count();
    }

    private Stream<GroupId> ids(TeamId team) {
        return redis.smembers(team(team)).stream().sorted().map(GroupId::parse);
    }

    /** Whether the group was ever set up, readable or not. */
    public boolean exists(GroupId id) {
        return redis.exists(new GroupKeys(id).of(GROUP));
    }

    /** Like {@link #find}, but empty also where a newer Lectern, or none, wrote what stands there. */
    public Optional<Group> readable(GroupId id) {
        try {
            return find(id);
        } catch (IllegalStateException | IllegalArgumentException | JacksonException unreadable) {
            log.error("{}: the group cannot be read: {}", id, unreadable.getMessage());
            return Optional.empty();
        }
    }

    public void save(Change change, Group group) {
        // Under another hash tag than the group, so not in its script; written first, it is at worst a name too many.
        redis.sadd(team(group.id().team()), group.id().toString());
        readable(group.id())
                .ifPresent(before -> group.members().stream()
                        .filter(member -> !before.isMember(member))
                        .forEach(member -> change.put(JOINED, member.value(), change.now())));
        change.set(GROUP, group);
    }

    /**
     * When each member joined, in the order of joining; the date is that in the group's zone. Who came with the group, or
     * before such dates were kept, joined when it was set up. Who left and came back joined when coming back.
     */
    public Map<UserId, LocalDate> joined(Group group) {
        Map<String, String> kept = redis.hgetAll(new GroupKeys(group.id()).of(JOINED));
        Map<UserId, LocalDate> joined = new LinkedHashMap<>();
        group.members()
                .forEach(member -> joined.put(
                        member,
                        Optional.ofNullable(kept.get(member.value()))
                                .map(json -> Stored.read(json, Instant.class))
                                .orElse(group.createdAt())
                                .atZone(group.settings().zone())
                                .toLocalDate()));
        return joined;
    }

    private static String team(TeamId team) {
        return "lectern:team:{" + team + "}:groups";
    }
}
