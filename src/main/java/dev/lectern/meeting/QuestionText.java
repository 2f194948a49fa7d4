package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;

/** The way to ask a question for a meeting, wherever its paper is shown in the group's channel. */
public final class QuestionText {
    /** Opens the form for a question; its value is the meeting's id. */
    public static final String ASK = "question.ask/1";

    private static final Texts TEXTS = Texts.of(QuestionText.class);

    private QuestionText() {}

    public static Button askButton(MeetingId meeting) {
        return button(TEXTS.say("button.question"), ASK, meeting.value());
    }
}
