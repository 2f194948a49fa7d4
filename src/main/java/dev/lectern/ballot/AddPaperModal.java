package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.externalSelect;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;

/** The form in which a member puts one paper on an open ballot. */
final class AddPaperModal {
    private static final Texts TEXTS = Texts.of(AddPaperModal.class);

    static final String CALLBACK = "ballot.add.paper/1";
    static final String PAPER = "paper";
    static final String LINK = "link";
    private static final String ANSWER = "answer";

    private AddPaperModal() {}

    static String title() {
        return TEXTS.say("add.title");
    }

    static Modal of(Group group, Ballot ballot) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        title(),
                        context(TEXTS.say(
                                "add.intro",
                                "until",
                                date(ballot.additionsUntil(), group.settings().zone()))),
                        input(
                                        PAPER,
                                        TEXTS.say("nominate.form.which"),
                                        externalSelect(NominateModal.TITLES)
                                                .askingFrom(0)
                                                .prompting(TEXTS.say("nominate.form.type")))
                                .mayBeEmpty(),
                        input(LINK, TEXTS.say("add.link"), textInput(ANSWER))
                                .hint(TEXTS.say("add.link.hint"))
                                .mayBeEmpty())
                .submit(TEXTS.say("add.send"))
                .close(TEXTS.say("add.cancel"))
                .privateMetadata(new FormPlace(group.id(), ballot.id().value()).write()));
    }
}
