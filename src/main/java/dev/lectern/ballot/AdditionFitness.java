package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a paper is fit to be put on a vote that is open. */
final class AdditionFitness {
    private static final Texts TEXTS = Texts.of(AdditionFitness.class);

    private final BallotStores stores;

    AdditionFitness(BallotStores stores) {
        this.stores = stores;
    }

    /** What makes adding it pointless, in plain text; empty where nothing does. */
    Optional<String> against(Group group, Ballot ballot, Paper paper, Instant now) {
        if (ballot.offers(paper.id())) {
            return Optional.of(TEXTS.say("add.unfit.there"));
        }
        if (paper.withdrawn().isPresent()) {
            return Optional.of(TEXTS.say("add.unfit.withdrawn"));
        }
        if (stores.isSettled(group.id(), paper.id())) {
            return Optional.of(TEXTS.say("add.unfit.settled"));
        }
        if (stores.ballots().open(group.id()).stream().anyMatch(other -> other.offers(paper.id()))) {
            return Optional.of(TEXTS.say("add.unfit.elsewhere"));
        }
        ZoneId zone = group.settings().zone();
        return restsUntil(group.id(), paper.id(), now)
                .map(until -> TEXTS.say(
                        "add.unfit.rests",
                        "losses",
                        CoolDown.LOSSES,
                        "day",
                        PaperText.day(until.atZone(zone).toLocalDate())));
    }

    /** It rests by what it lost, whether it is still in the backlog or not. */
    private Optional<Instant> restsUntil(GroupId group, PaperId paper, Instant now) {
        return CoolDown.restsUntil(Showing.of(paper, stores.ballots().readable(group)), now);
    }
}
