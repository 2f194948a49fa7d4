package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;

/** What became of something that was done in a form, in the form's place. */
final class AnswerModal {
    private static final Texts TEXTS = Texts.of(AnswerModal.class);
    private static final String CALLBACK = "ballot.answer/1";

    private AnswerModal() {}

    /** A sentence becomes a modal in place of the one in which somebody acted; any other reply stays as it is. */
    static Reply of(String title, Reply reply) {
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(Limits.fit(
                        Modal.of(CALLBACK, title, section(only.message().text()))
                                .close(TEXTS.say("answer.done"))))
                : reply;
    }
}
