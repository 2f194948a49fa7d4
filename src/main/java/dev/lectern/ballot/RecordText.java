package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.slack.block.Button;

/** The buttons to what is kept of ballots that are over. */
final class RecordText {
    static final String COUNTED = "ballot.counted/1";
    static final String EXPORT = "ballot.export/1";
    static final String HISTORY = "ballot.history/1";

    private RecordText() {}

    static Button counted(BallotId ballot) {
        return button("How it was counted", COUNTED + "/" + ballot);
    }

    static Button export(BallotId ballot) {
        return button("Export", EXPORT + "/" + ballot).spokenAs("Export the votes as files");
    }

    /** @param from how many newer ones are skipped */
    static Button older(int from) {
        return button("Older votes", HISTORY, Integer.toString(from));
    }
}
