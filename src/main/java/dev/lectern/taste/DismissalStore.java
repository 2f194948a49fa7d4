package dev.lectern.taste;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What was dismissed in each group, by person and paper, in Redis. Any thread, any process. */
public final class DismissalStore {
    private static final String DISMISSED = "dismissed";

    private final UnifiedJedis redis;

    public DismissalStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Earliest first. */
    public List<Dismissal> of(GroupId group) {
        return redis.hvals(new GroupKeys(group).of(DISMISSED)).stream()
                .map(json -> Stored.read(json, Dismissal.class))
                .sorted(Comparator.comparing(Dismissal::at)
                        .thenComparing(Dismissal::paper)
                        .thenComparing(Dismissal::by))
                .toList();
    }

    public void save(Change change, Dismissal dismissal) {
        change.put(DISMISSED, field(dismissal.by(), dismissal.paper()), dismissal);
    }

    /** Nothing, where the paper was not dismissed. */
    public void takeBack(Change change, UserId user, PaperId paper) {
        change.remove(DISMISSED, field(user, paper));
    }

    private static String field(UserId user, PaperId paper) {
        return user + " " + paper;
    }
}
