package dev.lectern.taste;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What was dismissed in each group, by person and paper, in Redis. Any thread, any process. */
public final class DismissalStore {
    private final GroupValues<Dismissal> dismissals;

    public DismissalStore(UnifiedJedis redis) {
        this.dismissals = new GroupValues<>(redis, "dismissed", Dismissal.class);
    }

    /** Earliest first. */
    public List<Dismissal> of(GroupId group) {
        return dismissals.all(group).stream()
                .sorted(Comparator.comparing(Dismissal::at)
                        .thenComparing(Dismissal::paper)
                        .thenComparing(Dismissal::by))
                .toList();
    }

    public void save(Change change, Dismissal dismissal) {
        dismissals.save(change, id(dismissal.by(), dismissal.paper()), dismissal);
    }

    /** Nothing, where the paper was not dismissed. */
    public void takeBack(Change change, UserId user, PaperId paper) {
        dismissals.remove(change, id(user, paper));
    }

    private static String id(UserId user, PaperId paper) {
        return user + " " + paper;
    }
}
