package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.externalSelect;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;

/** The form in which one picks the paper to nominate. */
final class NominateModal {
    static final String CALLBACK = "ballot.nominate.pick/1";
    static final String PAPER = "paper";
    /** The field's action id, with which Slack asks what it offers. */
    static final String TITLES = "ballot.nominate.titles/1";

    private static final String TITLE = "Nominate a paper";

    private NominateModal() {}

    static Modal of(GroupId group) {
        return Modal.of(
                        CALLBACK,
                        TITLE,
                        input(
                                        PAPER,
                                        "Which paper?",
                                        externalSelect(TITLES).askingFrom(0).prompting("Type words of its title"))
                                .hint(
                                        "Not there? Write /papers nominate and an arXiv or Hugging Face link, an id such as "
                                                + "2401.12345, or words of the title."))
                .submit("Nominate")
                .privateMetadata(group.toString());
    }

    /** What became of it, in the form's place. */
    static Modal answer(Message message) {
        return Limits.fit(Modal.of(CALLBACK, TITLE, section(message.text())).close("Done"));
    }
}
