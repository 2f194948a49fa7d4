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
import java.util.ArrayList;
import java.util.List;

/** The form in which the organizer says what the group wants around its meetings. */
final class DiscussionRulesModal {
    static final String OPENS = "discussion.rules/1";
    static final String CALLBACK = "discussion.rules.save/1";
    static final String TITLE = "How we discuss";
    private static final String WANTED = "wanted";
    private static final String ANONYMOUS = "anonymous";
    private static final String NAMES = "names";
    private static final String ATTENDANCE = "attendance";
    private static final String RATING = "rating";

    private DiscussionRulesModal() {}

    static Button opener(GroupId group) {
        return button("How we discuss…", OPENS, group.toString());
    }

    static Modal of(GroupId group, DiscussionRules rules) {
        List<Option> options = List.of(
                option("Questions may be asked without a name", ANONYMOUS),
                option("Who comes and who was there is shown by name", NAMES),
                option("Who was there is noted", ATTENDANCE),
                option("Papers are rated after the meeting", RATING));
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TITLE,
                        input(
                                        WANTED,
                                        "What we want",
                                        checkboxes("answer", options).ticking(ticked(rules)))
                                .mayBeEmpty())
                .submit("Save")
                .close("Cancel")
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
                        .close("Done")))
                : reply;
    }
}
