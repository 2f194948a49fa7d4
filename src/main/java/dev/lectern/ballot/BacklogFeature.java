package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been nominated. */
public final class BacklogFeature implements Feature {
    private static final String DROP = "ballot.drop/1";
    private static final int SHOWN = 15;

    private final GroupStore groups;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final StandingsReader standings;
    private final PaperStore papers;
    private final Changes changes;

    public BacklogFeature(
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
        routes.command("backlog", "backlog", "shows what is nominated", this::backlog);
        routes.button(DROP, this::drop);
    }

    private Reply backlog(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        List<Nomination> nominations = backlogs.find(command.group()).nominations();
        if (nominations.isEmpty()) {
            return Reply.onlyToYou(
                    "The backlog is empty. Nominate from the digest, or with " + "`/papers nominate <link or title>`.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Nominated for the next votes*, earliest first"));
        List<Paper> known = new ArrayList<>();
        Standings now = standings.of(command.group());
        for (Nomination nomination : nominations.subList(0, Math.min(SHOWN, nominations.size()))) {
            papers.find(nomination.paper()).ifPresent(paper -> {
                known.add(paper);
                blocks.addAll(entry(nomination, paper, now, group.get(), command.user()));
            });
        }
        if (nominations.size() > SHOWN) {
            blocks.add(context("… and " + (nominations.size() - SHOWN) + " more."));
        }
        return only("Nominated: " + PaperText.titles(known) + ".", blocks);
    }

    private List<Block> entry(Nomination nomination, Paper paper, Standings now, Group group, UserId reader) {
        Block about = section(
                PaperCard.of(paper).in(now.of(paper.id())).naming(Mrkdwn::user).entry());
        return mayDrop(nomination, group, reader)
                ? List.of(about, actions(PaperText.detailsButton(paper), dropButton(paper)))
                : List.of(about, actions(PaperText.detailsButton(paper)));
    }

    private static dev.lectern.slack.block.Button dropButton(Paper paper) {
        return button("Take off", DROP, paper.id().value()).spokenAs(PaperText.spoken("Take off ", paper));
    }

    private static boolean mayDrop(Nomination nomination, Group group, UserId user) {
        return nomination.by().equals(user) || group.organizer().equals(user);
    }

    private Reply drop(Click click) {
        PaperId clicked = click.value(PaperId::parse);
        PaperId paper = papers.find(clicked).map(Paper::id).orElse(clicked);
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(click.group());
            Backlog backlog = backlogs.find(click.group());
            Optional<Nomination> nomination = backlog.find(paper);
            if (group.isEmpty() || nomination.isEmpty()) {
                return Reply.onlyToYou("This paper is off the backlog already.");
            }
            if (!mayDrop(nomination.get(), group.get(), click.user())) {
                return Reply.onlyToYou("Only who nominated a paper, or the organizer, takes it off.");
            }
            backlogs.save(change, backlog.remove(paper));
            ballots.open(click.group()).stream()
                    .filter(ballot -> ballot.offers(paper))
                    .forEach(ballot -> takeOff(change, group.get(), ballot, paper));
            return Reply.onlyToYou(
                    "Taken off: " + papers.find(paper).map(PaperText::link).orElse("the paper") + ".");
        });
    }

    private void takeOff(Change change, Group group, Ballot ballot, PaperId paper) {
        ballots.save(change, ballot.without(paper).orElseGet(ballot::cancelled));
        change.send(BallotSteps.redraw(group, ballot.id()));
    }

    private static Reply only(String text, List<Block> blocks) {
        return new Reply.OnlyToYou(Limits.fit(Message.of(text, blocks)));
    }
}
