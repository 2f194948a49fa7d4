package dev.lectern.digest;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
    private final PaperStore papers;

    public DigestStore(UnifiedJedis redis) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
    }

    Optional<Digest> find(GroupId group, Audience.Issue issue) {
        return Optional.ofNullable(redis.hget(
                        new GroupKeys(group).of(issue.audience().own(DIGESTS)),
                        issue.day().toString()))
                .map(json -> Stored.read(json, Digest.class))
                .map(digest -> digest.knownAs(papers.canonical(
                        digest.papers().stream().map(Chosen::paper).toList())));
    }

    Optional<Digest> latest(GroupId group, Audience audience) {
        return redis.hkeys(new GroupKeys(group).of(audience.own(DIGESTS))).stream()
                .map(LocalDate::parse)
                .max(Comparator.naturalOrder())
                .flatMap(day -> find(group, audience.on(day)));
    }

    /** What a digest has shown, also under the ids by which those papers are known now. */
    Set<PaperId> shown(GroupId group, Audience audience) {
        GroupKeys keys = new GroupKeys(group);
        Set<String> before =
                audience.equals(Audience.CHANNEL) ? redis.smembers(keys.of(SHOWN_BEFORE)) : Set.<String>of();
        Set<PaperId> shown = Stream.of(redis.hkeys(keys.of(audience.own(SHOWN))), before)
                .flatMap(Set::stream)
                .map(PaperId::parse)
                .collect(Collectors.toCollection(HashSet::new));
        shown.addAll(papers.canonical(shown).values());
        return shown;
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
