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
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.List;
import java.util.Optional;

/** {@code /papers vote}: any member opens the next vote at once, by the group's rules. */
final class OpenNowFeature implements Feature {
    private static final Texts TEXTS = Texts.of(OpenNowFeature.class);

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
        routes.command("vote", "vote", () -> TEXTS.say("open-now.help"), this::openNow);
    }

    private Reply openNow(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = stores.groups().find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou(TEXTS.say("open-now.members-only"));
            }
            return stores.nextWithoutPaper(group.get(), change.now())
                    .map(meeting -> openNow(change, group.get(), meeting, command.user()))
                    .orElseGet(() -> Reply.onlyToYou(TEXTS.say("open-now.nothing")));
        });
    }

    private Reply openNow(Change change, Group group, Meeting meeting, UserId by) {
        // Read before the open vote: else who opens it between the two would seem to have emptied the backlog.
        List<Nomination> candidates = steps.candidates(change);
        Optional<Ballot> before = stores.open(group.id(), meeting.id());
        if (before.isPresent()) {
            return Reply.onlyToYou(TEXTS.say(
                    "open-now.open",
                    "closes",
                    date(before.get().closes(), group.settings().zone())));
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
        return Reply.onlyToYou(TEXTS.say("open-now.opened", "papers", candidates.size()));
    }

    private String tooFew(List<Nomination> candidates) {
        return candidates.isEmpty()
                ? TEXTS.say("open-now.too-few.none")
                : TEXTS.say(
                        "open-now.too-few.one",
                        "title",
                        PaperText.line(stores.paper(candidates.get(0).paper())));
    }
}
