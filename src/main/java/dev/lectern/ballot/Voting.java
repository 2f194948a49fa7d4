package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ballot before somebody who votes on it.
 *
 * @param papers those on the ballot, in its order
 * @param vote the person's own, as it is counted now
 */
record Voting(Group group, Ballot ballot, List<Paper> papers, Optional<Vote> vote) {
    Voting {
        papers = List.copyOf(papers);
    }

    /** What can be voted for: the papers that their authors stand by. */
    List<Paper> offered() {
        return papers.stream().filter(paper -> paper.withdrawn().isEmpty()).toList();
    }

    List<Paper> withdrawn() {
        return papers.stream().filter(paper -> paper.withdrawn().isPresent()).toList();
    }

    boolean offers(PaperId id) {
        return offered().stream().anyMatch(paper -> paper.id().equals(id));
    }

    /** The person's vote without what cannot be voted for any more. */
    Optional<Vote> votable() {
        return vote.map(now -> now.only(this::offers));
    }

    /** Which of these can no longer be voted for. */
    Set<PaperId> gone(Collection<PaperId> wanted) {
        return wanted.stream().filter(paper -> !offers(paper)).collect(Collectors.toSet());
    }

    Voting with(Optional<Vote> counted) {
        return new Voting(group, ballot, papers, counted);
    }
}
