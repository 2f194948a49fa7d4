package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.ballot.Standings;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A paper among others that somebody asked for. */
final class ResultText {
    private ResultText() {}

    /** @param group how papers stand in the group where this is shown; empty where there is none to nominate for */
    static List<Block> row(Paper paper, Optional<Standings> group) {
        if (group.isEmpty()) {
            return List.of(
                    section(PaperCard.of(paper).entry()),
                    actions(
                            PaperText.detailsButton(paper),
                            PaperText.similarButton(paper),
                            PaperText.saveButton(paper)));
        }
        return row(standing(paper, group.get()));
    }

    /** The same in a direct message, where the buttons must say which group they are for. */
    static List<Block> directRow(Paper paper, Optional<ElsewhereMessages.For> group) {
        return group.isEmpty()
                ? row(paper, Optional.empty())
                : row(standing(paper, group.get().standings())
                        .elsewhere(group.get().group().id()));
    }

    private static PaperCard standing(Paper paper, Standings group) {
        return PaperCard.of(paper).in(group.of(paper.id())).naming(Mrkdwn::user);
    }

    private static List<Block> row(PaperCard card) {
        List<Button> buttons = new ArrayList<>(card.buttons());
        buttons.add(PaperText.saveButton(card.paper()));
        return List.of(section(card.entry()), actions(buttons));
    }
}
