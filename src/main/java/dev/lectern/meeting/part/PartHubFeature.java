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
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.rotation.Moves;
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
import dev.lectern.text.Texts;
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
    /** Of the order, in the log: who is asked next, and after them. */
    private static final int FIRST = 3;

    private static final Texts TEXTS = Texts.of(PartHubFeature.class);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final PaperStore papers;
    private final Changes changes;
    private final PartSteps steps;
    private final TurnsReader turns;
    private final MovesStore moves;
    private final GroupLogStore log;
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
            GroupLogStore log,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.papers = papers;
        this.changes = changes;
        this.steps = steps;
        this.turns = turns;
        this.moves = moves;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("parts", "parts", () -> TEXTS.say("help.parts"), this::parts);
        routes.button(AGAIN, this::again);
        routes.button(FORWARD, click -> move(click, true));
        routes.button(BACK, click -> move(click, false));
    }

    @Override
    public void words(Wording wording) {
        wording.message(MOVED, () -> TEXTS.say("message.moved"));
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
                () -> blocks.add(section(TEXTS.say("hub.no-meeting"))));
        blocks.addAll(order(group, now));
        if (group.isOrganizer(reader)) {
            blocks.add(actions(buttons(group, next)));
        }
        return new Reply.OnlyToYou(Limits.fit(Message.of(TEXTS.say("hub.text"), blocks)));
    }

    private List<Block> meeting(Group group, Meeting meeting, PartRules rules, UserId reader) {
        List<Block> blocks = new ArrayList<>();
        String when = MeetingText.when(meeting, group);
        Optional<Handed> handed = parts.find(group.id(), meeting.id())
                .filter(some -> !some.given().isEmpty());
        if (handed.isEmpty()) {
            blocks.add(section(TEXTS.say("hub.next", "when", when, "presenter", MeetingText.presenter(meeting))));
            blocks.add(context(
                    rules.isChosen()
                            ? TEXTS.say(
                                    "hub.to-come",
                                    "rules",
                                    PartChoiceFeature.said(rules),
                                    "due",
                                    date(due(group, meeting), group.settings().zone()))
                            : TEXTS.say("hub.none", "who", user(group.organizer()))));
            return blocks;
        }
        PartMessages messages = new PartMessages(
                group,
                meeting,
                meeting.papers().stream()
                        .flatMap(paper -> papers.find(paper).stream())
                        .toList(),
                handed.get());
        blocks.add(section(TEXTS.say("list.heading", "when", when)));
        blocks.addAll(lines(messages.entries()));
        handed.get()
                .of(reader)
                .forEach(part -> blocks.add(
                        context(TEXTS.say("hub.yours", "part", line(part.name()), "prompt", line(part.prompt())))));
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
        blocks.add(section(TEXTS.say("hub.order")));
        blocks.addAll(lines(entries.isEmpty() ? List.of(TEXTS.say("hub.everybody-away")) : entries));
        blocks.add(context(TEXTS.say("hub.order.how")));
        return blocks;
    }

    private List<Button> buttons(Group group, Optional<Meeting> next) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(TEXTS.say("button.choose"), PartChoiceFeature.CHOOSE));
        buttons.add(button(TEXTS.say("button.own"), PartChoiceFeature.OWN));
        next.filter(meeting -> parts.find(group.id(), meeting.id()).isPresent())
                .ifPresent(meeting -> buttons.add(PartMessages.handAgain(meeting, AGAIN)));
        buttons.add(button(TEXTS.say("button.forward"), FORWARD));
        buttons.add(button(TEXTS.say("button.back"), BACK));
        return buttons;
    }

    private Reply again(Click click) {
        MeetingId id = click.value(MeetingId::parse);
        return byOrganizer(click, (change, group) -> {
            Optional<Meeting> meeting = steps.ahead(change, id);
            if (meeting.isEmpty()) {
                return Reply.onlyToYou(TEXTS.say("again.over"));
            }
            steps.again(change, group, meeting.get(), click.user());
            return Reply.onlyToYou(TEXTS.say("again.done"));
        });
    }

    private Reply move(Click click, boolean forward) {
        return byOrganizer(click, (change, group) -> {
            LocalDate today = change.now().atZone(group.settings().zone()).toLocalDate();
            Moves before = moves.of(group.id());
            Moves after = turns.moved(group, today, forward);
            if (after.equals(before)) {
                return Reply.onlyToYou(TEXTS.say("move.alone"));
            }
            moves.save(change, after);
            log.note(
                    change,
                    click.user(),
                    List.of(new SettingsChange(
                            Setting.ORDER, order(group, today, before), order(group, today, after))));
            change.send(Outbound.toChannel(
                            MOVED + "/" + click.request().value(),
                            group.id().channel(),
                            () -> moved(click.user(), forward))
                    .notTwice());
            return Reply.onlyToYou(TEXTS.say(forward ? "move.forward.done" : "move.back.done"));
        });
    }

    private List<String> order(Group group, LocalDate today, Moves by) {
        return turns.order(group, today, by).stream()
                .map(UserId::value)
                .limit(FIRST)
                .toList();
    }

    private static Message moved(UserId by, boolean forward) {
        String text = TEXTS.say(forward ? "move.forward" : "move.back", "who", user(by));
        return Message.of(text, section(text));
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
