package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.List;

/** Reads from the stores what the nominated papers of a group have to hope for. Any thread. */
final class ProspectsReader {
    private final BacklogStore backlogs;
    private final BallotStore ballots;

    ProspectsReader(BacklogStore backlogs, BallotStore ballots) {
        this.backlogs = backlogs;
        this.ballots = ballots;
    }

    /** What is wanted most first, what rests last. */
    List<Prospect> of(GroupId group, Instant now) {
        return of(group, backlogs.find(group), now);
    }

    /** Like {@link #of(GroupId, Instant)}, with a backlog that need not be saved yet. */
    List<Prospect> of(GroupId group, Backlog backlog, Instant now) {
        List<Ballot> past = ballots.readable(group);
        return backlog.nominations().stream()
                .map(nomination -> Prospect.of(nomination, backlog, past, now))
                .sorted(Prospect.BY_SUPPORT)
                .toList();
    }
}
