package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /papers parts}: who has which part next, whose turn it is to present, and for the organizer what can be changed. */
final class PartHubFeature implements Feature {
    static final String AGAIN = "part.again/1";
    static final String FORWARD = "rotation.forward/1";
    static final String BACK = "rotation.back/1";
    private static final String MOVED = "rotation.moved";
    private static final int SHOWN = 12;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final PaperStore papers;
    private final Changes changes;
    private final PartSteps steps;
    private final TurnsReader turns;
    private final MovesStore moves;
    private final InstantSource clock;

    PartHubFeature(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            PaperStore papers,
            Changes changes,
            PartSteps steps,
            TurnsReader turns,
            MovesStore moves,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.papers = papers;
        this.changes = changes;
        this.steps = steps;
        this.turns = turns;
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("parts", "parts", "shows who does what next, and whose turn it is to present", this::parts);
        routes.button(AGAIN, this::again);
        routes.button(FORWARD, click -> move(click, true));
        routes.button(BACK, click -> move(click, false));
    }

    @Override
    public void words(Wording wording) {
        wording.message(MOVED, "The note that the order of presenters was moved");
    }

    private Reply parts(Command command) {
        return groups.find(command.group())
                .map(group -> hub(group, command.user()))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply hub(Group group, UserId reader) {
        Instant now = clock.instant();
        Optional<Meeting> next = meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(now))
                .findFirst();
        PartRules rules = parts.rules(group.id());
        List<Block> blocks = new ArrayList<>();
        next.ifPresentOrElse(
                meeting -> blocks.addAll(meeting(group, meeting, rules, reader)),
                () -> blocks.add(section("No meeting is planned. `/papers setup` sets the day and hour.")));
        blocks.addAll(order(group, now));
        if (group.organizer().equals(reader)) {
            blocks.add(actions(buttons(group, next)));
        }
        return new Reply.OnlyToYou(Limits.fit(Message.of("Who does what next.", blocks)));
    }

    private List<Block> meeting(Group group, Meeting meeting, PartRules rules, UserId reader) {
        List<Block> blocks = new ArrayList<>();
        String when = MeetingText.when(meeting, group);
        Optional<Handed> handed = parts.find(group.id(), meeting.id())
                .filter(some -> !some.given().isEmpty());
        if (handed.isEmpty()) {
            blocks.add(section("*Next meeting: " + when + "*\n" + MeetingText.presenter(meeting)));
            blocks.add(context(
                    rules.isChosen()
                            ? "We have " + PartChoiceFeature.said(rules)
                                    + ". It is handed out once it is settled who presents what, at the latest "
                                    + date(due(group, meeting), group.settings().zone()) + "."
                            : "We have no parts besides presenting; " + user(group.organizer()) + " can choose some."));
            return blocks;
        }
        PartMessages messages = new PartMessages(
                group,
                meeting,
                meeting.papers().stream()
                        .flatMap(paper -> papers.find(paper).stream())
                        .toList(),
                handed.get());
        blocks.add(section("*Who does what on " + when + "*"));
        blocks.addAll(lines(messages.entries()));
        handed.get()
                .of(reader)
                .forEach(part ->
                        blocks.add(context("*" + line(part.name()) + "*, which is yours: " + line(part.prompt()))));
        return blocks;
    }

    private static Instant due(Group group, Meeting meeting) {
        return PartFeature.due(MeetingPlanner.timeline(group, meeting.start()));
    }

    private List<Block> order(Group group, Instant now) {
        LocalDate today = now.atZone(group.settings().zone()).toLocalDate();
        List<TurnsReader.Turnee> shares = turns.shares(group, today);
        List<String> entries = new ArrayList<>();
        shares.stream()
                .limit(SHOWN)
                .forEach(turnee -> entries.add((entries.size() + 1) + ". " + user(turnee.who()) + ": "
                        + turnee.share().words(today)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Whose turn it is to present*"));
        blocks.addAll(lines(entries.isEmpty() ? List.of("Everybody is away then.") : entries));
        blocks.add(context("How often each presented, of the meetings since joining at which they were not away."));
        return blocks;
    }

    private List<Button> buttons(Group group, Optional<Meeting> next) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button("Choose parts…", PartChoiceFeature.CHOOSE));
        buttons.add(button("Own parts…", PartChoiceFeature.OWN));
        next.filter(meeting -> parts.find(group.id(), meeting.id()).isPresent())
                .ifPresent(meeting -> buttons.add(PartMessages.handAgain(meeting, AGAIN)));
        buttons.add(button("Order: one forward", FORWARD));
        buttons.add(button("Order: one back", BACK));
        return buttons;
    }

    private Reply again(Click click) {
        MeetingId id = click.value(MeetingId::parse);
        return byOrganizer(click, (change, group) -> {
            Optional<Meeting> meeting = steps.ahead(change, id);
            if (meeting.isEmpty()) {
                return Reply.onlyToYou("That meeting is over or was called off; nothing is left to hand out.");
            }
            steps.again(change, group, meeting.get(), click.user());
            return Reply.onlyToYou("The parts are handed out again; the list in the channel shows who has which, and "
                    + "that you did it.");
        });
    }

    private Reply move(Click click, boolean forward) {
        return byOrganizer(click, (change, group) -> {
            LocalDate today = change.now().atZone(group.settings().zone()).toLocalDate();
            moves.save(change, turns.moved(group, today, forward));
            String text = user(click.user()) + " moved the order of presenters one step "
                    + (forward ? "forward" : "back") + ". `/papers parts` shows it.";
            change.send(Outbound.toChannel(
                            MOVED + "/" + click.request().value(),
                            group.id().channel(),
                            Message.of(text, section(text)))
                    .notTwice());
            return Reply.onlyToYou(
                    forward
                            ? "Whoever was first waits a round now. `/papers parts` shows the order."
                            : "The order is one step back. `/papers parts` shows it.");
        });
    }

    @FunctionalInterface
    private interface Deciding {
        Reply decide(Change change, Group group);
    }

    private Reply byOrganizer(Click click, Deciding deciding) {
        return changes.once(
                click.group(),
                click.request(),
                Reply.KEPT,
                change -> groups.find(click.group())
                        .map(group -> PartChoiceFeature.refusal(group, click.user())
                                .orElseGet(() -> deciding.decide(change, group)))
                        .orElseGet(GroupFeature::noGroup));
    }
}
