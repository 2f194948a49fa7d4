package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;

/** The buttons to what is kept of ballots that are over. */
final class RecordText {
    private static final Texts TEXTS = Texts.of(RecordText.class);

    static final String COUNTED = "ballot.counted/1";
    static final String EXPORT = "ballot.export/1";
    static final String HISTORY = "ballot.history/1";

    private RecordText() {}

    static Button counted(BallotId ballot) {
        return button(TEXTS.say("record.counted"), COUNTED + "/" + ballot);
    }

    static Button export(BallotId ballot) {
        return button(TEXTS.say("record.export"), EXPORT + "/" + ballot).spokenAs(TEXTS.say("record.export.spoken"));
    }

    /** @param from how many newer ones are skipped */
    static Button older(int from) {
        return button(TEXTS.say("record.older"), HISTORY, Integer.toString(from));
    }
}
