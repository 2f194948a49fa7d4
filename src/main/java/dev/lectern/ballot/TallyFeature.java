package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.work.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells how an open ballot stands, to whoever may know it; never who voted how. */
final class TallyFeature implements Feature {
    private final BallotStore ballots;
    private final VotingReader reader;

    TallyFeature(BallotStore ballots, VotingReader reader) {
        this.ballots = ballots;
        this.reader = reader;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(MyVoteText.STAND, this::tell);
    }

    private Reply tell(Click click) {
        Optional<Voting> found = VotingFeature.at(click, reader);
        if (found.isEmpty()) {
            return Reply.onlyToYou(VoteRefusalText.NO_SUCH_BALLOT);
        }
        Voting voting = found.get();
        if (voting.ballot().state() != BallotState.OPEN) {
            return Reply.onlyToYou(VoteRefusalText.closed(voting.group(), voting.ballot()));
        }
        String close = soon(voting.ballot().closes(), voting.group().settings().zone());
        return switch (voting.ballot().rules().tally()) {
            case AT_CLOSE -> Reply.onlyToYou("How this vote stands is hidden until it closes, " + close + ".");
            case AFTER_VOTING ->
                voting.vote().isPresent()
                        ? Reply.onlyToYou("How the vote stands", tally(voting))
                        : Reply.onlyToYou(
                                "You see how this vote stands once you have voted, for which abstaining is enough; "
                                        + "everybody sees it when it closes, " + close + ".");
            case LIVE -> Reply.onlyToYou("How the vote stands", tally(voting));
        };
    }

    private List<Block> tally(Voting voting) {
        Ballot ballot = voting.ballot();
        int members = voting.group().members().size();
        ZoneId zone = voting.group().settings().zone();
        Votes votes = ballots.votes(voting.group().id(), ballot.id());
        TallyText text = new TallyText(ballot, votes, members, Optional.empty());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*How the vote stands*"));
        for (Paper paper : voting.papers()) {
            blocks.add(section("*" + PaperText.link(paper) + "*\n" + text.of(paper.id())));
        }
        blocks.add(context(BallotText.turnout(ballot, votes.turnout(), members, zone)));
        return blocks;
    }
}
