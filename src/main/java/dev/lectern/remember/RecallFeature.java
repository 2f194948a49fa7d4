package dev.lectern.remember;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Planner;
import dev.lectern.group.RightsText;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the group has read comes back to its channel, now and then; its organizer says how often. */
public final class RecallFeature implements Feature, Planner {
    private static final Texts TEXTS = Texts.of(RecallFeature.class);
    private static final String NOTE = "remember.rules";
    private static final String BETWEEN = "/";

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final ArchiveReader archives;
    private final PaperStore papers;
    private final RecallStore recalls;
    private final RecallPlanner planner;
    private final GroupLogStore log;
    private final Changes changes;
    private final Function<UserId, String> names;

    /** @param names how a member is called */
    public RecallFeature(
            GroupStore groups,
            MeetingStore meetings,
            ArchiveReader archives,
            PaperStore papers,
            RecallStore recalls,
            GroupLogStore log,
            Changes changes,
            Function<UserId, String> names) {
        this.groups = groups;
        this.meetings = meetings;
        this.archives = archives;
        this.papers = papers;
        this.recalls = recalls;
        this.planner = new RecallPlanner(recalls);
        this.log = log;
        this.changes = changes;
        this.names = names;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        // After a pause one thing comes back, not one for each missed morning.
        steps.register(RecallPlanner.STEP, Missed.FOLD, this::recall);
        drawings.register(RecallPlanner.STEP, this::draw);
        routes.button(RecallMessages.RULES, this::opens);
        routes.modal(RecallMessages.CALLBACK, this::chosen);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                RecallPlanner.STEP,
                key -> new Wording.StepWords(
                        "a look whether something that was read comes back",
                        "What was read could not be looked through"));
        wording.message(RecallPlanner.STEP, "A paper that was read before");
        wording.message(NOTE, "The note how often something comes back");
    }

    @Override
    public void plan(Change change, Group group) {
        planner.plan(change, group);
    }

    private void recall(Step step, Change change) {
        groups.find(change.group()).ifPresent(group -> {
            LocalDate today = RecallPlanner.today(change, group);
            List<ReadPaper> read = archives.of(group).papers();
            Recalls before = recalls.find(group.id()).orElseGet(Recalls::begin);
            Recalls after = Recall.next(read, before, today, meetingDays(group))
                    .map(next -> say(change, next, before, today))
                    .orElse(before);
            if (after.pace() != Pace.NEVER) {
                planner.look(change, group, Recall.nextLook(read, after, today));
            }
        });
    }

    private Set<LocalDate> meetingDays(Group group) {
        return meetings.all(group.id()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED)
                .map(Meeting::start)
                .map(start -> start.atZone(group.settings().zone()).toLocalDate())
                .collect(Collectors.toSet());
    }

    private Recalls say(Change change, Recall next, Recalls before, LocalDate today) {
        Recalls after = before.with(new Recalled(next.read().paper(), next.after(), today));
        recalls.save(change, after);
        change.send(Outbound.shownIn(
                change.group().channel(), RecallPlanner.STEP, next.read().meeting() + BETWEEN + next.after()));
        return after;
    }

    /** Empty where what came back is gone meanwhile. */
    private Optional<Message> draw(GroupId id, String key) {
        String[] parts = key.split(BETWEEN, 2);
        MeetingId meeting = MeetingId.parse(parts[0]);
        Spacing after = Spacing.valueOf(parts[1]);
        return groups.find(id)
                .flatMap(group -> archives.of(group).of(meeting))
                .flatMap(read -> recalls.find(id)
                        .flatMap(known -> known.find(read.paper(), after))
                        .flatMap(recalled -> papers.find(read.paper())
                                .map(paper ->
                                        RecallMessages.recall(new Recall(read, after), paper, recalled.on(), names))));
    }

    private Reply opens(Click click) {
        return groups.find(click.group())
                .map(group -> opens(group, click.user()))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply opens(Group group, UserId who) {
        if (!RightsText.mayOrganize(group, who)) {
            return Reply.onlyToYou(TEXTS.say("rules.refusal", "organizer", user(group.organizer())));
        }
        return Reply.opens(RecallMessages.rules(
                group, recalls.find(group.id()).map(Recalls::pace).orElse(Pace.WEEKLY)));
    }

    private Reply chosen(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        Optional<Pace> pace = sent.value(RecallMessages.PACE).flatMap(RecallFeature::pace);
        if (pace.isEmpty()) {
            return Reply.problems(Map.of(RecallMessages.PACE, TEXTS.say("rules.choose")));
        }
        return changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> choose(change, group, sent, pace.get()))
                        .orElseGet(GroupFeature::noGroup));
    }

    private static Optional<Pace> pace(String word) {
        return Arrays.stream(Pace.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }

    private Reply choose(Change change, Group group, Submission sent, Pace pace) {
        if (!RightsText.mayOrganize(group, sent.user())) {
            return Reply.problems(Map.of(RecallMessages.PACE, TEXTS.say("rules.not-yours")));
        }
        Recalls before = recalls.find(group.id()).orElseGet(Recalls::begin);
        if (before.pace() != pace) {
            recalls.save(change, before.at(pace));
            log.note(change, sent.user(), List.of(SettingsChange.of(Setting.RECALL, before.pace(), pace)));
            planner.look(change, group, RecallPlanner.today(change, group));
            change.send(Outbound.toChannel(
                            NOTE + "/" + sent.request().value(),
                            group.id().channel(),
                            () -> RecallMessages.changed(sent.user(), pace))
                    .notTwice());
        }
        return Reply.none();
    }
}
