package dev.lectern.meeting.part;

import dev.lectern.group.Departures;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.Timeline;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The parts of a discussion: handed out before a meeting, shown, given back and swapped. */
public final class PartFeature implements Feature, Departures {
    private static final Texts TEXTS = Texts.of(PartFeature.class);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final PaperStore papers;
    private final Changes changes;
    private final PartSteps steps;
    private final List<Feature> others;

    /**
     * @param absences of a group: who is away on which date
     * @param names how a member is called, without a ping
     * @param presenting told of a meeting at which others present than did, besides its presenter
     */
    public PartFeature(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            PaperStore papers,
            Changes changes,
            TurnsReader turns,
            MovesStore moves,
            GroupLogStore log,
            Function<GroupId, BiPredicate<UserId, LocalDate>> absences,
            Function<UserId, String> names,
            BiConsumer<Change, MeetingId> presenting,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.papers = papers;
        this.changes = changes;
        PartTurns partTurns = new PartTurns(groups, meetings, parts, turns, absences);
        this.steps = new PartSteps(groups, meetings, parts, partTurns, presenting);
        this.others = List.of(
                new PartHubFeature(groups, meetings, parts, papers, changes, steps, turns, moves, log, clock),
                new PartChoiceFeature(groups, meetings, parts, log, changes),
                new SwapFeature(groups, meetings, parts, changes, steps, partTurns, names));
    }

    /** What this feature has on the timeline of a meeting whose group has parts: between asking and reminding. */
    public static List<TimelineStep> timeline(PartStore parts) {
        return List.of(new TimelineStep(
                PartSteps.HAND, PartFeature::due, group -> parts.rules(group).isChosen()));
    }

    /** At the usual times this is nine in the morning of the day before a meeting at three. */
    static Instant due(Timeline timeline) {
        Duration between = Duration.between(timeline.presenterAsked(), timeline.reminder());
        return timeline.presenterAsked().plus(between.multipliedBy(3).dividedBy(4));
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        on.register(PartSteps.HAND, Missed.DO_LATE, steps::hand);
        drawings.register(
                PartSteps.LIST,
                (group, key) -> messages(group, MeetingId.parse(key)).map(PartMessages::list));
        drawings.register(PartSteps.YOURS, this::drawYours);
        drawings.register(PartSteps.SWAP, this::drawOffer);
        routes.button(PartMessages.DECLINE, this::decline);
        others.forEach(other -> other.register(routes, on, drawings));
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                PartSteps.HAND,
                key -> new Wording.StepWords(
                        TEXTS.say("step.hand.ahead", "day", MeetingText.day(key)),
                        TEXTS.say("step.hand.failed", "day", MeetingText.day(key))));
        wording.message(PartSteps.LIST, () -> TEXTS.say("message.list"));
        wording.message(PartSteps.YOURS, () -> TEXTS.say("message.yours"));
        wording.message(PartSteps.SWAP, () -> TEXTS.say("message.swap"));
        others.forEach(other -> other.words(wording));
    }

    @Override
    public void left(Change change, Group after, UserId who) {
        steps.freed(change, after, who);
    }

    private Optional<PartMessages> messages(GroupId group, MeetingId id) {
        return groups.find(group)
                .flatMap(known -> meetings.find(group, id)
                        .flatMap(meeting -> parts.find(group, id)
                                .map(handed -> new PartMessages(
                                        known,
                                        meeting,
                                        meeting.papers().stream()
                                                .flatMap(paper -> papers.find(paper).stream())
                                                .toList(),
                                        handed))));
    }

    private Optional<Message> drawYours(GroupId group, String key) {
        String[] words = key.split("/");
        return messages(group, MeetingId.parse(words[0])).map(messages -> messages.yours(new UserId(words[1])));
    }

    private Optional<Message> drawOffer(GroupId group, String key) {
        SwapKey offer = SwapKey.read(key);
        return messages(group, offer.meeting()).map(messages -> messages.offer(offer.swap()));
    }

    /** Gives a part back; the next in the fair order has it then. */
    private Reply decline(Click click) {
        GroupId id = click.argument(GroupId::parse);
        PartKey key = click.value(PartKey::read);
        return changes.once(id, click.request(), Reply.KEPT, change -> {
            Handed handed = parts.of(id, key.meeting());
            Optional<Group> group = groups.find(id);
            Optional<Meeting> meeting = steps.ahead(change, key.meeting());
            if (group.isEmpty() || meeting.isEmpty()) {
                return Reply.onlyToYou(TEXTS.say("decline.over"));
            }
            if (!handed.has(click.user(), key.part())) {
                return Reply.onlyToYou(TEXTS.say("decline.gone"));
            }
            steps.fill(
                    change,
                    group.get(),
                    meeting.get(),
                    handed.declinedBy(click.user(), key.part())
                            .noting(new Handed.Event(
                                    Handed.Event.Kind.DECLINED, click.user(), Optional.of(key.part()), change.now())));
            return Reply.none();
        });
    }
}
