package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One's own vote in words, and the buttons that lead to it. */
final class MyVoteText {
    private static final Texts TEXTS = Texts.of(MyVoteText.class);

    /** Opens the form for one's own vote. */
    static final String MINE = "ballot.mine/1";

    /** Says how the ballot stands, to whoever may know. */
    static final String STAND = "ballot.stand/1";

    private static final int TITLE = 200;

    private final Function<PaperId, Paper> papers;

    MyVoteText(Function<PaperId, Paper> papers) {
        this.papers = papers;
    }

    static Button vote(Ballot ballot) {
        return button(TEXTS.say("vote.button"), MINE + "/" + ballot.id()).primary();
    }

    /** Where it stands outside the group's channel, which the click then does not tell. */
    static Button vote(Ballot ballot, GroupId group) {
        return button(TEXTS.say("vote.button"), MINE + "/" + ballot.id() + "/" + group)
                .primary();
    }

    static Button myVote(Ballot ballot) {
        return button(TEXTS.say("vote.mine"), MINE + "/" + ballot.id());
    }

    static Button howItStands(Ballot ballot) {
        return button(TEXTS.say("vote.stand"), STAND + "/" + ballot.id());
    }

    /** A vote, line by line. Mrkdwn. */
    List<String> lines(Vote vote) {
        if (vote instanceof Vote.Scores scores) {
            return scores.scores().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(score -> stars(score.getValue()) + " " + title(score.getKey()))
                    .toList();
        }
        if (vote instanceof Vote.Ranks ranks) {
            return IntStream.range(0, ranks.places().size())
                    .mapToObj(i -> (i + 1) + ". " + titles(ranks.places().get(i)))
                    .toList();
        }
        return vote instanceof Vote.Abstains
                ? List.of(TEXTS.say("vote.abstains"))
                : vote.papers().stream().map(paper -> "• " + title(paper)).toList();
    }

    static String stars(int given) {
        return "★".repeat(given) + "☆".repeat(Vote.Scores.HIGHEST - given);
    }

    private String titles(Set<PaperId> level) {
        return level.stream().map(this::title).collect(Collectors.joining(" " + TEXTS.say("vote.level") + " "));
    }

    String title(PaperId paper) {
        return Shorten.mrkdwn(PaperText.line(papers.apply(paper)), TITLE);
    }
}
