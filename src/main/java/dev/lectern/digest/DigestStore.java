package dev.lectern.digest;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/** Digests in Redis, and what they have shown. Any thread, any process. */
public final class DigestStore {
    private static final String DIGESTS = "digests";
    private static final String SHOWN = "shown";

    private final UnifiedJedis redis;

    public DigestStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<Digest> find(GroupId group, LocalDate day) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(DIGESTS), day.toString()))
                .map(json -> Stored.read(json, Digest.class));
    }

    public Optional<Digest> latest(GroupId group) {
        return redis.hkeys(new GroupKeys(group).of(DIGESTS)).stream()
                .map(LocalDate::parse)
                .max(Comparator.naturalOrder())
                .flatMap(day -> find(group, day));
    }

    public Set<PaperId> shown(GroupId group) {
        return redis.smembers(new GroupKeys(group).of(SHOWN)).stream()
                .map(PaperId::parse)
                .collect(Collectors.toSet());
    }

    void save(Change change, Digest digest) {
        change.put(DIGESTS, digest.day().toString(), digest);
        digest.papers().forEach(chosen -> change.add(SHOWN, chosen.paper().value()));
    }
}
