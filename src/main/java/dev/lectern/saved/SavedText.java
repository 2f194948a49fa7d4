package dev.lectern.saved;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;

/** The buttons that take a paper off again. */
public final class SavedText {
    /** Where one paper is shown whole. */
    static final String DROP = "saved.drop/1";

    /** Where one of many is meant. */
    static final String OFF = "saved.off/1";

    private static final Texts TEXTS = Texts.of(SavedText.class);

    private SavedText() {}

    /** For where a paper is shown whole: to save it, or to take it off. */
    public static Button toggle(Paper paper, boolean isSaved) {
        return isSaved
                ? button(TEXTS.say("button.drop"), DROP, paper.id().value()).spokenAs(spoken(paper))
                : PaperText.saveButton(paper);
    }

    static Button off(Paper paper) {
        return button(TEXTS.say("button.off"), OFF, paper.id().value()).spokenAs(spoken(paper));
    }

    private static String spoken(Paper paper) {
        return PaperText.spoken(TEXTS.say("button.off.spoken", "title", PaperText.title(paper)));
    }
}
