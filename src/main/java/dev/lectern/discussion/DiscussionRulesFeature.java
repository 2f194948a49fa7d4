package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Optional;

/** The organizer says what the group wants around its meetings, and the channel is told. */
final class DiscussionRulesFeature implements Feature {
    private static final String NOTE = "discussion.rules";

    private final GroupStore groups;
    private final DiscussionRulesStore rules;
    private final Changes changes;

    DiscussionRulesFeature(GroupStore groups, DiscussionRulesStore rules, Changes changes) {
        this.groups = groups;
        this.rules = rules;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(DiscussionRulesModal.OPENS, this::opens);
        routes.modal(DiscussionRulesModal.CALLBACK, this::sent);
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, "The note that the group discusses differently");
    }

    private Reply opens(Click click) {
        return groups.find(click.value(GroupId::parse))
                .map(group -> refusal(group, click.user())
                        .orElseGet(() -> Reply.opens(DiscussionRulesModal.of(group.id(), rules.of(group.id())))))
                .orElseGet(GroupFeature::noGroup);
    }

    private static Optional<Reply> refusal(Group group, UserId user) {
        return group.organizer().equals(user)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(
                        "Only " + user(group.organizer()) + ", who set this group up, changes how it discusses."));
    }

    private Reply sent(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        return DiscussionRulesModal.answered(
                DiscussionRulesModal.TITLE,
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
        if (!wanted.equals(rules.of(group.id()))) {
            rules.save(change, wanted);
            change.send(Outbound.toChannel(
                            NOTE + "/" + sent.request().value(), group.id().channel(), note(sent.user(), wanted))
                    .notTwice());
        }
        return Reply.none();
    }

    private static Message note(UserId by, DiscussionRules rules) {
        String text = user(by) + " changed how we discuss: questions "
                + (rules.anonymous() ? "with or without a name" : "with a name") + ", who comes "
                + (rules.names() ? "shown by name" : "only counted") + ", who was there "
                + (rules.attendance() ? "noted" : "not noted") + ", papers "
                + (rules.rating() ? "rated" : "not rated") + ".";
        return Message.of(text, section(text));
    }
}
