package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.Standings;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, and how to look. */
final class SearchMessages {
    private static final int LONGEST_QUOTE = 100;
    private static final String FILTERS =
            "Write `/papers search` and some words; \"quoted words\" must stand together. "
                    + "`author:hinton`, `org:nvidia`, `since:2026-03` and `read:no` narrow it.";

    private SearchMessages() {}

    /** @param sentence what is wrong, or missing: plain text */
    static Message help(String sentence) {
        return Message.of(line(sentence) + " " + FILTERS);
    }

    /**
     * @param byWords whether one of them has a word of the query; else they are only near in meaning
     * @param more how many further ones were found
     * @param group how papers stand in the group that asks, if one does
     * @param elsewhere other sites where one can look, as people call them
     */
    static Message found(
            String query,
            boolean byWords,
            List<Paper> papers,
            int more,
            Optional<Standings> group,
            Optional<String> elsewhere) {
        String quoted = line(Shorten.plain(query, LONGEST_QUOTE));
        List<Button> further = further(query, more, elsewhere);
        if (papers.isEmpty()) {
            String nothing = "Nothing that I know fits “" + quoted + "”. Try fewer or other words; "
                    + "`/papers nominate <link>` brings a paper that I don't know yet.";
            return further.isEmpty() ? Message.of(nothing) : Message.of(nothing, section(nothing), actions(further));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                byWords
                        ? "*Papers for “" + quoted + "”*, the best first"
                        : "*No paper has the words “" + quoted + "”.* These are nearest in meaning"));
        papers.forEach(paper -> blocks.addAll(ResultText.row(paper, group)));
        blocks.add(context("Only you see this. " + FILTERS));
        if (!further.isEmpty()) {
            blocks.add(actions(further));
        }
        String shown = byWords
                ? "Papers for “" + quoted + "”: "
                : "No paper has the words “" + quoted + "”. Nearest in meaning: ";
        return Limits.fit(Message.of(shown + PaperText.titles(papers) + ".", blocks));
    }

    private static List<Button> further(String query, int more, Optional<String> elsewhere) {
        List<Button> buttons = new ArrayList<>();
        if (query.length() <= Limits.BUTTON_VALUE) {
            if (more > 0) {
                buttons.add(button("More", SearchFeature.MORE, query)
                        .spokenAs(Shorten.plain("More papers for " + query, Limits.BUTTON_TEXT)));
            }
            elsewhere.ifPresent(sites -> buttons.add(
                    button(Shorten.plain("Look on " + sites, Limits.BUTTON_TEXT), ElsewhereFeature.LOOK, query)));
        }
        return buttons;
    }
}
