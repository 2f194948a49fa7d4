package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a group's last votes ended. */
public final class PastVotesFeature implements Feature {
    static final String HISTORY = "ballot.history/1";
    private static final int SHOWN = 10;

    private final GroupStore groups;
    private final BallotStore ballots;
    private final PaperStore papers;

    public PastVotesFeature(GroupStore groups, BallotStore ballots, PaperStore papers) {
        this.groups = groups;
        this.ballots = ballots;
        this.papers = papers;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(HISTORY, click -> shown(click.group()));
    }

    /** The last ones, newest first, to one person. */
    public Reply shown(Command command) {
        return shown(command.group());
    }

    private Reply shown(GroupId id) {
        return groups.find(id).map(this::shown).orElseGet(GroupFeature::noGroup);
    }

    private Reply shown(Group group) {
        List<Ballot> past = ballots.readable(group.id()).stream()
                .filter(ballot -> ballot.state() != BallotState.OPEN)
                .sorted(Comparator.comparing(Ballot::opens).reversed())
                .limit(SHOWN)
                .toList();
        if (past.isEmpty()) {
            return Reply.onlyToYou("No vote has ended yet. `/papers ballot` shows those that are open.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*The last votes*, newest first"));
        past.forEach(ballot ->
                blocks.add(section(date(ballot.closes(), group.settings().zone()) + " · " + ended(ballot))));
        return new Reply.OnlyToYou(Limits.fit(Message.of("The last votes of this group.", blocks)));
    }

    private String ended(Ballot ballot) {
        if (ballot.state() == BallotState.CANCELLED) {
            return "called off";
        }
        return ballot.verdict()
                .map(verdict -> verdict.winner()
                                .flatMap(papers::find)
                                .map(PaperText::link)
                                .orElse("nothing chosen: too few voted")
                        + " · " + verdict.turnout() + " of " + verdict.members() + " voted")
                .orElse("closed");
    }
}
