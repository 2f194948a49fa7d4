package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.ballot.BacklogFeature;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import java.util.ArrayList;
import java.util.List;

/** A paper among others that somebody asked for. */
final class ResultText {
    private ResultText() {}

    /** @param nominating whether papers can be nominated where this is shown */
    static List<Block> row(Paper paper, boolean nominating) {
        return List.of(section(PaperText.entry(paper) + "\n" + echo(paper)), actions(buttons(paper, nominating)));
    }

    static String echo(Paper paper) {
        String upvotes = paper.upvotes() + (paper.upvotes() == 1 ? " upvote" : " upvotes");
        return paper.comments() == 0
                ? upvotes
                : upvotes + " · " + paper.comments() + (paper.comments() == 1 ? " comment" : " comments");
    }

    static List<Button> buttons(Paper paper, boolean nominating) {
        List<Button> buttons = new ArrayList<>();
        if (nominating) {
            buttons.add(BacklogFeature.nominateButton(paper));
        }
        buttons.add(PaperText.detailsButton(paper));
        return buttons;
    }
}
