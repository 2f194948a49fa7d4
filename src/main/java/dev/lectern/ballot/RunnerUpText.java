package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;

import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;

/** The button with which what won falls out, and what came next in the count takes its place. */
final class RunnerUpText {
    private static final Texts TEXTS = Texts.of(RunnerUpText.class);

    private RunnerUpText() {}

    /**
     * @param fallen what won; it goes with the click, so that a second one does not make the next paper fall, too
     * @param asked what happens then, in plain text
     */
    static Button take(BallotId ballot, PaperId fallen, String asked) {
        return button(TEXTS.say("runner-up.take"), ManageBallotFeature.RUNNER_UP + "/" + ballot, fallen.value())
                .asking(confirm(
                        TEXTS.say("runner-up.ask"), asked, TEXTS.say("runner-up.yes"), TEXTS.say("runner-up.no")));
    }
}
