package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import java.util.ArrayList;
import java.util.List;

/** The form for one question. */
final class QuestionModal {
    static final String CALLBACK = "question.asked/1";
    static final String QUESTION = "question";
    private static final String ANONYMOUS = "anonymous";
    private static final String ANSWER = "answer";
    private static final String YES = "yes";

    private QuestionModal() {}

    static Modal of(Gathering gathering) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(context("For " + DiscussionText.papers(gathering, "the meeting") + ", "
                + MeetingText.when(gathering.meeting(), gathering.group()) + "."));
        blocks.add(input(
                QUESTION, "What should we talk about?", textInput(ANSWER).tall().atMost(QuestionQueue.LONGEST)));
        if (gathering.rules().anonymous()) {
            blocks.add(input(ANONYMOUS, "Your name", checkboxes(ANSWER, List.of(option("Ask without my name", YES))))
                    .hint("Then nobody is shown who asked, and after the meeting nobody can find out.")
                    .mayBeEmpty());
        }
        return Limits.fit(Modal.of(CALLBACK, "Ask a question", blocks)
                .submit("Ask")
                .close("Cancel")
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
