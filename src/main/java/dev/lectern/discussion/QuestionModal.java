package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The form for one question. */
final class QuestionModal {
    private static final Texts TEXTS = Texts.of(QuestionModal.class);
    static final String CALLBACK = "question.asked/1";
    static final String QUESTION = "question";
    private static final String ANONYMOUS = "anonymous";
    private static final String ANSWER = "answer";
    private static final String YES = "yes";

    private QuestionModal() {}

    static Modal of(Gathering gathering) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(context(DiscussionText.about(gathering)));
        blocks.add(input(
                QUESTION, TEXTS.say("question.field"), textInput(ANSWER).tall().atMost(QuestionQueue.LONGEST)));
        if (gathering.rules().anonymous()) {
            blocks.add(input(
                            ANONYMOUS,
                            TEXTS.say("question.name"),
                            checkboxes(ANSWER, List.of(option(TEXTS.say("question.name.without"), YES))))
                    .hint(TEXTS.say("question.name.hint"))
                    .mayBeEmpty());
        }
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("question.title"), blocks)
                .submit(TEXTS.say("question.ask"))
                .close(TEXTS.say("cancel"))
                .privateMetadata(new DiscussionPlace(
                                gathering.group().id(), gathering.meeting().id(), "")
                        .write()));
    }

    static String question(Submission sent) {
        return sent.value(QUESTION).orElse("");
    }

    static boolean isAnonymous(Submission sent) {
        return sent.values(ANONYMOUS).contains(YES);
    }
}
