package dev.lectern.digest;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** Digests in Redis, and what they have shown. Any thread, any process. */
public final class DigestStore {
    private static final String DIGESTS = "digests";
    /** A hash without values: a small one takes a third of a set. */
    private static final String SHOWN = "shown:papers";
    /** A set, as Lectern 0.1 kept them. */
    private static final String SHOWN_BEFORE = "shown";

    private final UnifiedJedis redis;

    public DigestStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<Digest> find(GroupId group, Audience.Issue issue) {
        return Optional.ofNullable(redis.hget(
                        new GroupKeys(group).of(issue.audience().own(DIGESTS)),
                        issue.day().toString()))
                .map(json -> Stored.read(json, Digest.class));
    }

    Optional<Digest> latest(GroupId group, Audience audience) {
        return redis.hkeys(new GroupKeys(group).of(audience.own(DIGESTS))).stream()
                .map(LocalDate::parse)
                .max(Comparator.naturalOrder())
                .flatMap(day -> find(group, audience.on(day)));
    }

    Set<PaperId> shown(GroupId group, Audience audience) {
        GroupKeys keys = new GroupKeys(group);
        Set<String> before =
                audience.equals(Audience.CHANNEL) ? redis.smembers(keys.of(SHOWN_BEFORE)) : Set.<String>of();
        return Stream.of(redis.hkeys(keys.of(audience.own(SHOWN))), before)
                .flatMap(Set::stream)
                .map(PaperId::parse)
                .collect(Collectors.toSet());
    }

    void save(Change change, Audience audience, Digest digest) {
        change.put(audience.own(DIGESTS), digest.day().toString(), digest);
        noteShown(change, audience, digest.papers().stream().map(Chosen::paper).toList());
    }

    /** That these papers are not to be shown again. */
    void noteShown(Change change, Audience audience, Collection<PaperId> papers) {
        papers.forEach(paper -> change.note(audience.own(SHOWN), paper.value()));
    }
}
