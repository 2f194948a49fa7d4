package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.externalSelect;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;

/** The form in which one picks the paper to nominate. */
final class NominateModal {
    private static final Texts TEXTS = Texts.of(NominateModal.class);

    static final String CALLBACK = "ballot.nominate.pick/1";
    static final String PAPER = "paper";
    /** The field's action id, with which Slack asks what it offers. */
    static final String TITLES = "ballot.nominate.titles/1";

    private NominateModal() {}

    static Modal of(GroupId group) {
        return Modal.of(
                        CALLBACK,
                        TEXTS.say("nominate.form"),
                        input(
                                        PAPER,
                                        TEXTS.say("nominate.form.which"),
                                        externalSelect(TITLES).askingFrom(0).prompting(TEXTS.say("nominate.form.type")))
                                .hint(TEXTS.say("nominate.form.hint")))
                .submit(TEXTS.say("nominate.form.send"))
                .privateMetadata(group.toString());
    }

    /** What became of it, in the form's place. */
    static Modal answer(Message message) {
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("nominate.form"), section(message.text()))
                .close(TEXTS.say("answer.done")));
    }
}
