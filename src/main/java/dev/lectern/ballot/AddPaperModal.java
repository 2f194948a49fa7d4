package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.externalSelect;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;

/** The form in which a member puts one paper on an open ballot. */
final class AddPaperModal {
    static final String CALLBACK = "ballot.add.paper/1";
    static final String TITLE = "Add a paper";
    static final String PAPER = "paper";
    static final String LINK = "link";
    private static final String ANSWER = "answer";

    private AddPaperModal() {}

    static Modal of(Group group, Ballot ballot) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TITLE,
                        context("One paper from each member, until "
                                + date(ballot.additionsUntil(), group.settings().zone())
                                + ". It is nominated, and stays in the backlog where it does not win."),
                        input(
                                        PAPER,
                                        "Which paper?",
                                        externalSelect(NominateModal.TITLES)
                                                .askingFrom(0)
                                                .prompting("Type words of its title"))
                                .mayBeEmpty(),
                        input(LINK, "Not there? Its link or id, and its title", textInput(ANSWER))
                                .hint("Such as https://arxiv.org/abs/2401.12345 and the title behind it.")
                                .mayBeEmpty())
                .submit("Add")
                .close("Cancel")
                .privateMetadata(new FormPlace(group.id(), ballot.id().value()).write()));
    }
}
