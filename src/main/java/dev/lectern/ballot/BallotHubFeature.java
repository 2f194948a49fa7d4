package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.escape;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /papers ballot}: the votes that are open, what they brought, and for the organizer what can be done about them. */
final class BallotHubFeature implements Feature {
    private static final Texts TEXTS = Texts.of(BallotHubFeature.class);
    private static final String HISTORY = "history";
    private static final int LONGEST_QUOTE = 40;

    private final BallotStores stores;
    private final RunnerUpSteps runnersUp;
    private final Function<Command, Reply> history;
    private final InstantSource clock;

    /** @param history answers {@code /papers ballot history} */
    BallotHubFeature(
            BallotStores stores, RunnerUpSteps runnersUp, Function<Command, Reply> history, InstantSource clock) {
        this.stores = stores;
        this.runnersUp = runnersUp;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("ballot", "ballot [history]", () -> TEXTS.say("hub.help"), this::ballot);
    }

    private Reply ballot(Command command) {
        Optional<Group> group = stores.groups().find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (command.rest().isEmpty()) {
            return hub(group.get(), command.user());
        }
        if (command.rest().equalsIgnoreCase(HISTORY)) {
            return history.apply(command);
        }
        return Reply.onlyToYou(TEXTS.say(
                "hub.unknown", "words", escape(Shorten.plain(command.rest().replace("`", "'"), LONGEST_QUOTE))));
    }

    private Reply hub(Group group, UserId reader) {
        HubMessages messages = new HubMessages(group, reader, stores::paper);
        List<HubMessages.OpenVote> open = stores.ballots().open(group.id()).stream()
                .flatMap(ballot -> stores.meetings().find(group.id(), ballot.meeting()).stream()
                        .map(meeting -> open(group, reader, ballot, meeting)))
                .toList();
        List<HubMessages.Decided> decided =
                group.organizer().equals(reader) ? replaceable(group, clock.instant()) : List.of();
        return new Reply.OnlyToYou(messages.hub(open, decided, stores.rules().of(group.id())));
    }

    private HubMessages.OpenVote open(Group group, UserId reader, Ballot ballot, Meeting meeting) {
        return new HubMessages.OpenVote(
                ballot,
                meeting,
                stores.ballots().votes(group.id(), ballot.id()).turnout(),
                stores.ballots().vote(group.id(), ballot, reader).isPresent());
    }

    /** What meetings ahead read that another paper of its vote could take the place of. */
    private List<HubMessages.Decided> replaceable(Group group, Instant now) {
        return stores.meetings().planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(now))
                .flatMap(meeting -> stores.decided(group.id(), meeting).stream()
                        .flatMap(ballot -> next(group, meeting, ballot).stream()
                                .map(next -> new HubMessages.Decided(
                                        ballot, meeting, meeting.paper().orElseThrow(), next))))
                .toList();
    }

    private Optional<PaperId> next(Group group, Meeting meeting, Ballot ballot) {
        return runnersUp.next(new ForMeeting(group, meeting), ballot);
    }
}
