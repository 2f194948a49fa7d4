package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells how an open ballot stands, to whoever may know it; never who voted how. */
final class TallyFeature implements Feature {
    private static final Texts TEXTS = Texts.of(TallyFeature.class);

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
            return Reply.onlyToYou(VoteRefusalText.noSuchBallot());
        }
        Voting voting = found.get();
        if (voting.ballot().state() != BallotState.OPEN) {
            return Reply.onlyToYou(VoteRefusalText.closed(voting.group(), voting.ballot()));
        }
        String close = soon(voting.ballot().closes(), voting.group().settings().zone());
        return switch (voting.ballot().rules().tally()) {
            case AT_CLOSE -> Reply.onlyToYou(TEXTS.say("tally.hidden", "closes", close));
            case AFTER_VOTING ->
                voting.vote().isPresent()
                        ? Reply.onlyToYou(TEXTS.say("tally.text"), tally(voting))
                        : Reply.onlyToYou(TEXTS.say("tally.after-voting", "closes", close));
            case LIVE -> Reply.onlyToYou(TEXTS.say("tally.text"), tally(voting));
        };
    }

    /** As they would come out if it closed now; as they were nominated where nobody voted. */
    private static List<Paper> papers(Voting voting, Votes votes) {
        if (votes.turnout() == 0) {
            return voting.papers();
        }
        List<PaperId> order =
                Counting.papers(Counting.count(voting.ballot(), votes).order());
        return voting.papers().stream()
                .sorted(Comparator.comparingInt(paper -> order.indexOf(paper.id())))
                .toList();
    }

    private List<Block> tally(Voting voting) {
        Ballot ballot = voting.ballot();
        int members = voting.group().members().size();
        ZoneId zone = voting.group().settings().zone();
        Votes votes = ballots.votes(voting.group().id(), ballot.id());
        TallyText text = new TallyText(ballot, votes, members, Optional.empty());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("tally.title")));
        papers(voting, votes)
                .forEach(paper -> blocks.add(section(
                        TEXTS.say("tally.paper", "title", PaperText.link(paper), "line", text.of(paper.id())))));
        blocks.add(context(BallotText.turnout(ballot, votes.turnout(), members, zone)));
        return blocks;
    }
}
