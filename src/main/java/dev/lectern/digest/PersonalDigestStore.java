package dev.lectern.digest;

import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Who gets digests by direct message, and in which group they asked for them, in Redis. Any thread, any process. */
public final class PersonalDigestStore {
    private static final String PERSONAL = "digest:personal";

    private final UnifiedJedis redis;

    public PersonalDigestStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Empty also for whoever asked for it in another group since, or ended it there. */
    public Optional<PersonalDigest> find(GroupId group, UserId user) {
        return groupOf(group.team(), user).filter(group::equals).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(redis.hget(new GroupKeys(group).of(PERSONAL), user.value()))
                        .map(json -> Stored.read(json, PersonalDigest.class));
    }

    List<PersonalDigest> all(GroupId group) {
        return redis.hvals(new GroupKeys(group).of(PERSONAL)).stream()
                .map(json -> Stored.read(json, PersonalDigest.class))
                .sorted(Comparator.comparing(PersonalDigest::user))
                .toList();
    }

    /** The one group of the workspace in which this person's digest is kept. */
    public Optional<GroupId> groupOf(TeamId team, UserId user) {
        return Optional.ofNullable(redis.hget(places(team), user.value())).map(GroupId::parse);
    }

    /** From now on it is kept here, and nowhere else. */
    void save(Change change, PersonalDigest digest) {
        // Under another hash tag than the group, so not in its script; asked again, the person moves it once more.
        redis.hset(
                places(change.group().team()),
                digest.user().value(),
                change.group().toString());
        change.put(PERSONAL, digest.user().value(), digest);
    }

    /** From now on it is kept nowhere. */
    void leave(Change change, UserId user) {
        redis.hdel(places(change.group().team()), user.value());
        remove(change, user);
    }

    /** Forgets what this group has of it. */
    void remove(Change change, UserId user) {
        change.remove(PERSONAL, user.value());
    }

    private static String places(TeamId team) {
        return "lectern:team:{" + team + "}:digests";
    }
}
