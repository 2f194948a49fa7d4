package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.RightsText;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
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
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;

/** The organizer says what the group wants around its meetings, and the channel is told. */
final class DiscussionRulesFeature implements Feature {
    private static final Texts TEXTS = Texts.of(DiscussionRulesFeature.class);
    private static final String NOTE = "discussion.rules";

    private final GroupStore groups;
    private final DiscussionRulesStore rules;
    private final GroupLogStore log;
    private final Changes changes;

    DiscussionRulesFeature(GroupStore groups, DiscussionRulesStore rules, GroupLogStore log, Changes changes) {
        this.groups = groups;
        this.rules = rules;
        this.log = log;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(DiscussionRulesModal.OPENS, this::opens);
        routes.modal(DiscussionRulesModal.CALLBACK, this::sent);
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, () -> TEXTS.say("called.rules"));
    }

    private Reply opens(Click click) {
        return groups.find(click.value(GroupId::parse))
                .map(group -> refusal(group, click.user())
                        .orElseGet(() -> Reply.opens(DiscussionRulesModal.of(group.id(), rules.of(group.id())))))
                .orElseGet(GroupFeature::noGroup);
    }

    private static Optional<Reply> refusal(Group group, UserId user) {
        return RightsText.mayOrganize(group, user)
                ? Optional.empty()
                : Optional.of(
                        Reply.onlyToYou(TEXTS.say("rules.organizers-only", "organizer", user(group.organizer()))));
    }

    private Reply sent(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        return DiscussionRulesModal.answered(
                DiscussionRulesModal.title(),
                changes.once(
                        id,
                        sent.request(),
                        Reply.KEPT,
                        change -> groups.find(id)
                                .map(group -> refusal(group, sent.user()).orElseGet(() -> save(change, group, sent)))
                                .orElseGet(GroupFeature::noGroup)));
    }

    private Reply save(Change change, Group group, Submission sent) {
        DiscussionRules wanted = DiscussionRulesModal.read(sent);
        DiscussionRules before = rules.of(group.id());
        if (!wanted.equals(before)) {
            rules.save(change, wanted);
            log.note(change, sent.user(), changed(before, wanted));
            change.send(Outbound.toChannel(
                            NOTE + "/" + sent.request().value(), group.id().channel(), () -> note(sent.user(), wanted))
                    .notTwice());
        }
        return Reply.none();
    }

    private static List<SettingsChange> changed(DiscussionRules before, DiscussionRules after) {
        return SettingsChange.differing(
                SettingsChange.of(Setting.ANONYMOUS_QUESTIONS, before.anonymous(), after.anonymous()),
                SettingsChange.of(Setting.NAMES_SHOWN, before.names(), after.names()),
                SettingsChange.of(Setting.ATTENDANCE, before.attendance(), after.attendance()),
                SettingsChange.of(Setting.RATING, before.rating(), after.rating()));
    }

    private static Message note(UserId by, DiscussionRules rules) {
        String text = TEXTS.say(
                "rules.changed",
                "who",
                user(by),
                "anonymous",
                Boolean.toString(rules.anonymous()),
                "names",
                Boolean.toString(rules.names()),
                "attendance",
                Boolean.toString(rules.attendance()),
                "rating",
                Boolean.toString(rules.rating()));
        return Message.of(text, section(text));
    }
}
