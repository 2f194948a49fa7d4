package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.Standing;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.util.Optional;

/** Taking a nomination off the backlog. Who nominated it and the organizer always may, any member where nobody wants it. */
final class TakeOffFeature implements Feature {
    private static final Texts TEXTS = Texts.of(TakeOffFeature.class);

    static final String TAKE_OFF = "ballot.drop/1";

    private final GroupStore groups;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final StandingsReader standings;
    private final PaperStore papers;
    private final Changes changes;

    TakeOffFeature(
            GroupStore groups,
            BacklogStore backlogs,
            BallotStore ballots,
            StandingsReader standings,
            PaperStore papers,
            Changes changes) {
        this.groups = groups;
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.standings = standings;
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(TAKE_OFF, this::takeOff);
    }

    /** What people vote on just now is left to its nominator and the organizer. */
    static boolean mayTakeOff(Prospect prospect, Group group, Standings standings, UserId user, Instant now) {
        if (prospect.nomination().by().equals(user) || group.organizer().equals(user)) {
            return true;
        }
        return group.isMember(user)
                && prospect.hopeless(now).isPresent()
                && !(standings.of(prospect.paper()) instanceof Standing.OnBallot);
    }

    private Reply takeOff(Click click) {
        PaperId clicked = click.value(PaperId::parse);
        PaperId paper = papers.find(clicked).map(Paper::id).orElse(clicked);
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(click.group());
            Backlog backlog = backlogs.find(click.group());
            Optional<Nomination> nomination = backlog.find(paper);
            if (group.isEmpty() || nomination.isEmpty()) {
                return Reply.onlyToYou(TEXTS.say("backlog.off.already"));
            }
            Prospect prospect = Prospect.of(nomination.get(), backlog, ballots.readable(click.group()), change.now());
            if (!mayTakeOff(prospect, group.get(), standings.of(click.group()), click.user(), change.now())) {
                return Reply.onlyToYou(TEXTS.say("backlog.take-off.refused"));
            }
            backlogs.save(change, backlog.takeOff(paper, click.user(), change.now()));
            ballots.open(click.group()).stream()
                    .filter(ballot -> ballot.offers(paper))
                    .forEach(ballot -> takeOff(change, group.get(), ballot, paper));
            return Reply.onlyToYou(TEXTS.say(
                    "backlog.taken-off",
                    "paper",
                    PaperText.linkOr(papers.find(paper), TEXTS.say("backlog.taken-off.paper"))));
        });
    }

    private void takeOff(Change change, Group group, Ballot ballot, PaperId paper) {
        ballots.save(change, ballot.without(paper).orElseGet(ballot::cancelled));
        change.send(BallotSteps.redraw(group, ballot.id()));
    }
}
