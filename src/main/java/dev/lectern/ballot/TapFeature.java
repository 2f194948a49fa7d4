package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Optional;

/** Taps on the buttons beside a ballot's papers. */
final class TapFeature implements Feature {
    private static final Texts TEXTS = Texts.of(TapFeature.class);

    private final GroupStore groups;
    private final BallotStore ballots;
    private final VotingReader reader;
    private final MyVoteText text;

    TapFeature(GroupStore groups, BallotStore ballots, VotingReader reader) {
        this.groups = groups;
        this.ballots = ballots;
        this.reader = reader;
        this.text = new MyVoteText(reader::paper);
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(BallotMessages.VOTE, this::tap);
    }

    private Reply tap(Click click) {
        BallotId id = click.argument(BallotId::parse);
        PaperId paper = click.value(PaperId::parse);
        Optional<Group> group = groups.find(click.group());
        Optional<Ballot> ballot = ballots.find(click.group(), id);
        if (group.isEmpty() || ballot.isEmpty()) {
            return Reply.onlyToYou(VoteRefusalText.noSuchBallot());
        }
        Optional<Paper> withdrawn = reader.find(paper)
                .filter(known -> known.withdrawn().isPresent())
                .filter(known -> !has(click, ballot.get(), known.id()));
        if (withdrawn.isPresent()) {
            return Reply.onlyToYou(TEXTS.say("tap.withdrawn", "sentence", VotingModal.withdrawn(withdrawn.get())));
        }
        Cast cast = ballots.cast(
                click.group(),
                click.request(),
                id,
                click.user(),
                new Choice.Tap(paper),
                BallotSteps.redraw(group.get(), id));
        return cast instanceof Cast.Refused refused
                ? Reply.onlyToYou(refusal(refused.reason(), group.get(), ballot.get(), paper))
                : counted(group.get(), ballot.get(), ((Cast.Counted) cast).now());
    }

    private boolean has(Click click, Ballot ballot, PaperId paper) {
        return ballots.vote(click.group(), ballot, click.user())
                .filter(vote -> vote.papers().contains(paper))
                .isPresent();
    }

    /** Where names stand on the message, one sees the own vote there. */
    private Reply counted(Group group, Ballot ballot, Optional<Vote> now) {
        if (ballot.rules().namesInTheOpen()) {
            return Reply.none();
        }
        String closes = soon(ballot.closes(), group.settings().zone());
        return Reply.onlyToYou(now.map(
                        vote -> TEXTS.say("tap.now", "lines", String.join("\n", text.lines(vote)), "closes", closes))
                .orElseGet(() -> TEXTS.say("tap.taken-back", "closes", closes)));
    }

    private String refusal(Cast.Reason reason, Group group, Ballot ballot, PaperId paper) {
        return switch (reason) {
            case CLOSED -> VoteRefusalText.closedBeforeClick(group, ballot);
            case TOO_MANY -> TEXTS.say("tap.too-many", "sentence", VoteRefusalText.tooMany(ballot.rules()));
            case NOT_ON_BALLOT -> VoteRefusalText.notOnBallot(reader.find(paper));
            case NO_SUCH_BALLOT, NOT_A_MEMBER, NOT_SO -> VoteRefusalText.sentence(reason);
        };
    }
}
