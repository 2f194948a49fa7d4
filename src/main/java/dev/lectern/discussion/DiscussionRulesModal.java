package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The form in which the organizer says what the group wants around its meetings. */
final class DiscussionRulesModal {
    private static final Texts TEXTS = Texts.of(DiscussionRulesModal.class);
    static final String OPENS = "discussion.rules/1";
    static final String CALLBACK = "discussion.rules.save/1";
    private static final String WANTED = "wanted";
    private static final String ANONYMOUS = "anonymous";
    private static final String NAMES = "names";
    private static final String ATTENDANCE = "attendance";
    private static final String RATING = "rating";

    private DiscussionRulesModal() {}

    static String title() {
        return TEXTS.say("rules.title");
    }

    static Button opener(GroupId group) {
        return button(TEXTS.say("rules.open"), OPENS, group.toString());
    }

    static Modal of(GroupId group, DiscussionRules rules) {
        List<Option> options = List.of(
                option(TEXTS.say("rules.anonymous"), ANONYMOUS),
                option(TEXTS.say("rules.names"), NAMES),
                option(TEXTS.say("rules.attendance"), ATTENDANCE),
                option(TEXTS.say("rules.rating"), RATING));
        return Limits.fit(Modal.of(
                        CALLBACK,
                        title(),
                        input(
                                        WANTED,
                                        TEXTS.say("rules.wanted"),
                                        checkboxes("answer", options).ticking(ticked(rules)))
                                .mayBeEmpty())
                .submit(TEXTS.say("save"))
                .close(TEXTS.say("cancel"))
                .privateMetadata(group.toString()));
    }

    private static List<String> ticked(DiscussionRules rules) {
        List<String> ticked = new ArrayList<>();
        if (rules.anonymous()) {
            ticked.add(ANONYMOUS);
        }
        if (rules.names()) {
            ticked.add(NAMES);
        }
        if (rules.attendance()) {
            ticked.add(ATTENDANCE);
        }
        if (rules.rating()) {
            ticked.add(RATING);
        }
        return ticked;
    }

    static DiscussionRules read(Submission sent) {
        List<String> ticked = sent.values(WANTED);
        return new DiscussionRules(
                ticked.contains(ANONYMOUS),
                ticked.contains(NAMES),
                ticked.contains(ATTENDANCE),
                ticked.contains(RATING));
    }

    /** A sentence becomes a modal in place of the one that was sent off; any other reply stays as it is. */
    static Reply answered(String title, Reply reply) {
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(Limits.fit(Modal.of(
                                "discussion.answer/1",
                                title,
                                section(only.message().text()))
                        .close(TEXTS.say("rules.done"))))
                : reply;
    }
}
