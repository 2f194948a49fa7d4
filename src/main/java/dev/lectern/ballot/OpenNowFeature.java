package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.List;
import java.util.Optional;

/** {@code /papers vote}: any member opens the next vote at once, by the group's rules. */
final class OpenNowFeature implements Feature {
    private final BallotStores stores;
    private final BallotSteps steps;
    private final Changes changes;

    OpenNowFeature(BallotStores stores, BallotSteps steps, Changes changes) {
        this.stores = stores;
        this.steps = steps;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("vote", "vote", "opens the vote on the next paper now", this::openNow);
    }

    private Reply openNow(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = stores.groups().find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou("Members open votes here. `/papers join` makes you one.");
            }
            return stores.nextWithoutPaper(group.get(), change.now())
                    .map(meeting -> openNow(change, group.get(), meeting, command.user()))
                    .orElseGet(() -> Reply.onlyToYou(
                            "Every meeting that is planned has its paper. `/papers schedule` shows them."));
        });
    }

    private Reply openNow(Change change, Group group, Meeting meeting, UserId by) {
        // Read before the open vote: else who opens it between the two would seem to have emptied the backlog.
        List<Nomination> candidates = steps.candidates(change);
        Optional<Ballot> before = stores.open(group.id(), meeting.id());
        if (before.isPresent()) {
            return Reply.onlyToYou("The vote is open already: you find it above, and it closes "
                    + date(before.get().closes(), group.settings().zone()) + ".");
        }
        if (candidates.size() < Ballot.FEWEST_CANDIDATES) {
            return Reply.onlyToYou(tooFew(candidates));
        }
        steps.open(
                change,
                new ForMeeting(group, meeting),
                candidates,
                OpenedByHand.deadline(change.now(), group, meeting),
                stores.rules().of(group.id()),
                Optional.of(by));
        return Reply.onlyToYou("The vote is open, on " + candidates.size() + " papers.");
    }

    private String tooFew(List<Nomination> candidates) {
        String there = candidates.isEmpty()
                ? "the backlog has nothing to vote on"
                : "all that the backlog has to vote on is "
                        + PaperText.line(stores.paper(candidates.get(0).paper()));
        return "A vote needs two papers, and " + there + ". `/papers nominate <link or title>` adds one.";
    }
}
