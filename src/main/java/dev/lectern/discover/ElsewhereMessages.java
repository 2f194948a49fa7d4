package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.Standings;
import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.source.TroubleText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What other sites were asked, and what they found. */
final class ElsewhereMessages {
    private static final Texts TEXTS = Texts.of(ElsewhereMessages.class);
    private static final int LONGEST_QUOTE = 100;

    private ElsewhereMessages() {}

    /** The group in whose channel somebody asked, and how papers stand there. */
    record For(Group group, Standings standings) {}

    static String begun(String words, String sites) {
        return TEXTS.say("elsewhere.begun", "words", quoted(words), "sites", line(sites));
    }

    static String answered(String words, String sites) {
        return TEXTS.say("elsewhere.answered", "words", quoted(words), "sites", line(sites));
    }

    static String noWords(String sites) {
        return TEXTS.say("elsewhere.no-words", "sites", line(sites));
    }

    /**
     * @param troubles why a site told nothing, or not all: clauses
     * @param group empty where it is no reading group's channel: then there is none to nominate for
     */
    static Message found(String words, String sites, List<Paper> papers, List<String> troubles, Optional<For> group) {
        String place =
                group.map(of -> "*#" + line(of.group().channelName()) + "*: ").orElse("");
        if (papers.isEmpty()) {
            return Message.of(place + nothing(words, sites, troubles));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                place + "*" + TEXTS.say("elsewhere.heading", "words", quoted(words), "sites", line(sites)) + "*"));
        papers.forEach(paper -> blocks.addAll(ResultText.directRow(paper, group)));
        blocks.add(context(TEXTS.say("elsewhere.known") + after(troubles)));
        return Limits.fit(Message.of(
                TEXTS.say(
                        "elsewhere.found",
                        "words",
                        quoted(words),
                        "sites",
                        line(sites),
                        "titles",
                        PaperText.titles(papers)),
                blocks));
    }

    private static String nothing(String words, String sites, List<String> troubles) {
        return troubles.isEmpty()
                ? TEXTS.say("elsewhere.nothing", "words", quoted(words), "sites", line(sites))
                : TEXTS.say("elsewhere.nothing.outside", "words", quoted(words)) + after(troubles);
    }

    private static String after(List<String> troubles) {
        return troubles.isEmpty()
                ? ""
                : " "
                        + TEXTS.say(
                                "elsewhere.troubles",
                                "troubles",
                                line(troubles.stream().map(TroubleText::said).collect(Collectors.joining("; "))));
    }

    private static String quoted(String words) {
        return line(Shorten.plain(words, LONGEST_QUOTE));
    }
}
