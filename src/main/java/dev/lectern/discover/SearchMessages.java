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
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, and how to look. */
final class SearchMessages {
    private static final Texts TEXTS = Texts.of(SearchMessages.class);
    private static final int LONGEST_QUOTE = 100;

    private SearchMessages() {}

    /** @param sentence what is wrong, or missing: plain text */
    static Message help(String sentence) {
        return Message.of(line(sentence) + " " + TEXTS.say("search.filters"));
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
            String nothing = TEXTS.say("search.nothing", "words", quoted);
            return further.isEmpty() ? Message.of(nothing) : Message.of(nothing, section(nothing), actions(further));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                byWords
                        ? TEXTS.say("search.heading", "words", quoted)
                        : TEXTS.say("search.heading.near", "words", quoted)));
        papers.forEach(paper -> blocks.addAll(ResultText.row(paper, group)));
        blocks.add(context(TEXTS.say("search.filters")));
        if (!further.isEmpty()) {
            blocks.add(actions(further));
        }
        String titles = PaperText.titles(papers);
        String shown = byWords
                ? TEXTS.say("search.found", "words", quoted, "titles", titles)
                : TEXTS.say("search.found.near", "words", quoted, "titles", titles);
        return Limits.fit(Message.of(shown, blocks));
    }

    private static List<Button> further(String query, int more, Optional<String> elsewhere) {
        List<Button> buttons = new ArrayList<>();
        if (query.length() <= Limits.BUTTON_VALUE) {
            if (more > 0) {
                buttons.add(button(TEXTS.say("search.more"), SearchFeature.MORE, query)
                        .spokenAs(Shorten.plain(TEXTS.say("search.more.spoken", "words", query), Limits.BUTTON_TEXT)));
            }
            elsewhere.ifPresent(sites -> buttons.add(button(
                    Shorten.plain(TEXTS.say("search.elsewhere", "sites", sites), Limits.BUTTON_TEXT),
                    ElsewhereFeature.LOOK,
                    query)));
        }
        return buttons;
    }
}
