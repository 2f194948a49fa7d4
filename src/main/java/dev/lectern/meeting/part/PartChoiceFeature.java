package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The organizer says which parts the group has, and makes own ones. */
final class PartChoiceFeature implements Feature {
    static final String CHOOSE = "part.choose/1";
    static final String OWN = "part.own/1";
    private static final String NOTE = "part.rules";
    private static final Texts TEXTS = Texts.of(PartChoiceFeature.class);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final GroupLogStore log;
    private final Changes changes;

    PartChoiceFeature(GroupStore groups, MeetingStore meetings, PartStore parts, GroupLogStore log, Changes changes) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.log = log;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(CHOOSE, click -> opens(click, true));
        routes.button(OWN, click -> opens(click, false));
        routes.modal(PartsModal.CHOOSE, sent -> saved(sent, this::choose));
        routes.modal(PartsModal.OWN, sent -> saved(sent, this::own));
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, () -> TEXTS.say("message.rules"));
    }

    /** A refusal for everybody but the organizer. */
    static Optional<Reply> refusal(Group group, UserId who) {
        return RightsText.mayOrganize(group, who)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(TEXTS.say("choose.only", "who", user(group.organizer()))));
    }

    private Reply opens(Click click, boolean choose) {
        return groups.find(click.group())
                .map(group -> refusal(group, click.user()).orElseGet(() -> {
                    PartRules rules = parts.rules(group.id());
                    return Reply.opens(
                            choose ? PartsModal.choose(group.id(), rules) : PartsModal.own(group.id(), rules));
                }))
                .orElseGet(GroupFeature::noGroup);
    }

    @FunctionalInterface
    private interface Saving {
        Reply save(Change change, Group group, Submission sent);
    }

    private Reply saved(Submission sent, Saving saving) {
        GroupId id = GroupId.parse(sent.metadata());
        return PartsModal.answer(changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> refusal(group, sent.user()).orElseGet(() -> saving.save(change, group, sent)))
                        .orElseGet(GroupFeature::noGroup)));
    }

    private Reply choose(Change change, Group group, Submission sent) {
        PartsForm.Parsed parsed =
                PartsModal.read(sent).parse(parts.rules(group.id()).own());
        if (parsed instanceof PartsForm.Invalid invalid) {
            return Reply.problems(PartsModal.beside(invalid.problems()));
        }
        return save(change, group, sent, ((PartsForm.Valid) parsed).rules());
    }

    private Reply own(Change change, Group group, Submission sent) {
        OwnParts.Read read = OwnParts.read(sent.value(PartsModal.OWN_TEXT).orElse(""));
        return read.problem()
                .map(problem -> Reply.problems(Map.of(PartsModal.OWN_TEXT, problem)))
                .orElseGet(
                        () -> save(change, group, sent, parts.rules(group.id()).withOwn(read.parts())));
    }

    private Reply save(Change change, Group group, Submission sent, PartRules rules) {
        PartRules before = parts.rules(group.id());
        if (rules.equals(before)) {
            return Reply.none();
        }
        parts.save(change, rules);
        log.note(change, sent.user(), PartChanges.between(before, rules));
        meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .forEach(meeting -> plan(change, group, meeting));
        change.send(Outbound.toChannel(
                        NOTE + "/" + sent.request().value(), group.id().channel(), () -> note(sent.user(), rules))
                .notTwice());
        return Reply.none();
    }

    /** What is handed out already follows at once; what is not waits for its time. */
    private void plan(Change change, Group group, Meeting meeting) {
        Instant due = PartFeature.due(MeetingPlanner.timeline(group, meeting.start()));
        boolean handed = parts.find(group.id(), meeting.id()).isPresent();
        change.schedule(new Step(
                PartSteps.HAND, meeting.id().value(), handed || due.isBefore(change.now()) ? change.now() : due));
    }

    private static Message note(UserId by, PartRules rules) {
        String text = TEXTS.say("rules.changed", "who", user(by), "rules", said(rules));
        return Limits.fit(Message.of(text, section(text)));
    }

    /** What a meeting has by these rules; escaped mrkdwn. */
    static String said(PartRules rules) {
        String people = rules.papers() > 1
                ? TEXTS.say("rules.papers", "count", rules.papers())
                : TEXTS.say(rules.presenters() > 1 ? "rules.halves" : "rules.one");
        String others = rules.wanted(1).stream()
                .filter(wanted -> !wanted.part().presents())
                .map(wanted -> line(wanted.part().name()) + (wanted.count() > 1 ? " (" + wanted.count() + ")" : ""))
                .collect(Collectors.joining(", "));
        return people + (others.isEmpty() ? "" : "; " + others);
    }
}
