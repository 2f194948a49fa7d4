package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The form in which the organizer puts off, ends or calls off an open vote. */
final class ManageBallotModal {
    static final String CALLBACK = "ballot.extend/1";
    static final String TITLE = "Manage the vote";
    static final String CLOSE_NOW = "ballot.closenow/1";
    static final String CANCEL = "ballot.cancel/1";

    private ManageBallotModal() {}

    static Modal of(Group group, Ballot ballot, int turnout) {
        ZoneId zone = group.settings().zone();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("The vote is open until " + date(ballot.closes(), zone) + "; " + turnout + " of "
                + group.members().size() + " voted. " + VotingRulesText.line(ballot.rules()) + "."));
        blocks.addAll(NewBallotModal.deadline(ballot.closes(), zone));
        blocks.add(actions(
                button("Close now", CLOSE_NOW + "/" + ballot.id())
                        .asking(confirm(
                                "Close the vote now?",
                                "It is counted at once, and what wins is read. It cannot be opened again.",
                                "Close it",
                                "Leave it open")),
                button("Call it off", CANCEL + "/" + ballot.id())
                        .danger()
                        .asking(confirm(
                                "Call the vote off?",
                                "No vote is counted, and nothing is chosen. The papers stay in the backlog.",
                                "Call it off",
                                "Leave it open"))));
        return Limits.fit(Modal.of(CALLBACK, TITLE, blocks)
                .submit("Put off the close")
                .close("Cancel")
                .privateMetadata(new FormPlace(group.id(), ballot.id().value()).write()));
    }
}
