package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a paper is fit to be put on a vote that is open. */
final class AdditionFitness {
    private final BallotStores stores;

    AdditionFitness(BallotStores stores) {
        this.stores = stores;
    }

    /** What makes adding it pointless, in plain text; empty where nothing does. */
    Optional<String> against(Group group, Ballot ballot, Paper paper, Instant now) {
        if (ballot.offers(paper.id())) {
            return Optional.of("This paper is on the vote already. Choose another.");
        }
        if (paper.withdrawn().isPresent()) {
            return Optional.of("This paper was withdrawn by its authors. Choose another.");
        }
        if (stores.isSettled(group.id(), paper.id())) {
            return Optional.of("This paper was read, or is chosen for a meeting. Choose another.");
        }
        if (stores.ballots().open(group.id()).stream().anyMatch(other -> other.offers(paper.id()))) {
            return Optional.of("This paper is on another vote just now. Choose another.");
        }
        ZoneId zone = group.settings().zone();
        return restsUntil(group.id(), paper.id(), now)
                .map(until -> "This paper lost " + CoolDown.LOSSES + " votes in a row and rests until "
                        + PaperText.day(until.atZone(zone).toLocalDate()) + ". Choose another.");
    }

    /** It rests by what it lost, whether it is still in the backlog or not. */
    private Optional<Instant> restsUntil(GroupId group, PaperId paper, Instant now) {
        return CoolDown.restsUntil(Showing.of(paper, stores.ballots().readable(group)), now);
    }
}
