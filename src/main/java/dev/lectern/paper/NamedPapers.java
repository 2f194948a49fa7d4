package dev.lectern.paper;

import dev.lectern.group.GroupId;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Which paper has a name or a title: everybody's, and what was typed in a channel for those who are there. Any thread. */
final class NamedPapers {
    private final UnifiedJedis redis;
    private final PaperReader reader;

    NamedPapers(UnifiedJedis redis, PaperReader reader) {
        this.redis = redis;
        this.reader = reader;
    }

    /** The paper of the first of these names that one has, among everybody's or what was typed in a channel. */
    Optional<Paper> by(Names names, Optional<GroupId> typedIn) {
        return names.each().stream()
                .map(name -> PaperKeys.name(name, typedIn))
                .flatMap(key ->
                        holder(key, typedIn)
                                .filter(paper ->
                                        Named.of(paper.facts(), typedIn).names().containsKey(key))
                                .stream())
                .findFirst();
    }

    /** The paper of this title, among everybody's or what was typed in a channel. */
    Optional<Paper> by(NormalizedTitle title, Optional<GroupId> typedIn) {
        return holder(PaperKeys.name(title, typedIn), typedIn);
    }

    /** What was typed is found by who is in its channel; by nobody, where an earlier Lectern did not keep the channel. */
    private Optional<Paper> holder(String nameKey, Optional<GroupId> typedIn) {
        return Optional.ofNullable(redis.get(nameKey))
                .map(PaperId::parse)
                .flatMap(id -> reader.resolve(id, reader.read(List.of(id))).paper())
                .filter(paper -> typedIn.isPresent() || !paper.isOnlyTyped());
    }

    /** Everybody's paper, where there is one by now of what was typed. */
    Paper known(Paper paper) {
        if (paper.id().typedIn().isEmpty()) {
            return paper;
        }
        return by(paper.names(), Optional.empty())
                .or(() -> by(paper.facts().normalizedTitle(), Optional.empty())
                        .filter(open -> open.names().mayJoinByTitle(paper.names())))
                .orElse(paper);
    }
}
