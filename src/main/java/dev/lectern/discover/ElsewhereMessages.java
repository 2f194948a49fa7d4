package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.Standings;
import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other sites were asked, and what they found. */
final class ElsewhereMessages {
    private static final int LONGEST_QUOTE = 100;

    private ElsewhereMessages() {}

    /** The group in whose channel somebody asked, and how papers stand there. */
    record For(Group group, Standings standings) {}

    static String begun(String words, String sites) {
        return "Looking for “" + quoted(words) + "” on " + line(sites)
                + " … I send you a direct message when they have answered.";
    }

    static String answered(String words, String sites) {
        return "I looked for “" + quoted(words) + "” on " + line(sites)
                + " a moment ago, and sent you what they found by direct message.";
    }

    static String noWords(String sites) {
        return line(sites) + " look for words, and there are none in your search: `/papers search <words>`.";
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
        String heading = "Papers for “" + quoted(words) + "” on " + line(sites);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(place + "*" + heading + "*"));
        papers.forEach(paper -> blocks.addAll(ResultText.directRow(paper, group)));
        blocks.add(context("I know these papers from now on: `/papers search` finds them, too." + after(troubles)));
        return Limits.fit(Message.of(heading + ": " + PaperText.titles(papers) + ".", blocks));
    }

    private static String nothing(String words, String sites, List<String> troubles) {
        return troubles.isEmpty()
                ? "Nothing on " + line(sites) + " fits “" + quoted(words) + "”. Try fewer or other words; "
                        + "`/papers nominate <link>` brings a paper from anywhere."
                : "I found nothing for “" + quoted(words) + "” outside." + after(troubles);
    }

    private static String after(List<String> troubles) {
        return troubles.isEmpty()
                ? ""
                : " Not all could be asked: " + line(String.join("; ", troubles)) + ". Search again later for more.";
    }

    private static String quoted(String words) {
        return line(Shorten.plain(words, LONGEST_QUOTE));
    }
}
