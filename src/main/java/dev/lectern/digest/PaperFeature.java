package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;

import dev.lectern.ballot.Approval;
import dev.lectern.ballot.BacklogFeature;
import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Tally;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.SharedWords;
import dev.lectern.paper.Similar;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole card of a paper, and papers like it. */
public final class PaperFeature implements Feature {
    /** Opens papers like this one; its value is the paper's id. */
    public static final String SIMILAR = "paper.similar/1";

    private static final int MOST_SIMILAR = 5;
    private static final int AUTHORS = 30;

    private final PaperStore papers;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final MeetingStore meetings;
    private final InstantSource clock;

    public PaperFeature(
            PaperStore papers, BacklogStore backlogs, BallotStore ballots, MeetingStore meetings, InstantSource clock) {
        this.papers = papers;
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(PaperText.DETAILS, click -> about(click, paper -> details(click.group(), paper)));
        routes.button(SIMILAR, click -> about(click, paper -> similar(click.group(), paper)));
    }

    private Reply about(Click click, Function<Paper, Modal> modal) {
        return papers.find(click.value(PaperId::parse))
                .map(paper -> Reply.opens(Limits.fit(modal.apply(paper)
                        .close("Close")
                        .privateMetadata(click.group().toString()))))
                .orElseGet(() -> Reply.onlyToYou("I no longer know this paper."));
    }

    private Modal details(GroupId group, Paper paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(Mrkdwn.bold(paper.title())));
        String authors = authors(paper);
        blocks.add(section(authors.isEmpty() ? "_Its authors are not known yet._" : authors));
        blocks.add(section(
                paper.abstractText().isEmpty() ? "_No abstract is known yet._" : Mrkdwn.text(paper.abstractText())));
        if (!paper.links().isEmpty()) {
            blocks.add(section(
                    paper.links().stream().map(to -> link(to.url(), to.label())).collect(Collectors.joining(" · "))));
        }
        blocks.add(context(standing(group, paper)));
        blocks.add(actions(buttons(group, paper)));
        return Modal.of(PaperText.DETAILS, "Paper", blocks);
    }

    private static String authors(Paper paper) {
        String names = paper.authors().stream().limit(AUTHORS).map(Mrkdwn::line).collect(Collectors.joining(", "));
        int more = paper.authorCount() - Math.min(AUTHORS, paper.authors().size());
        String all = names + (more > 0 && !names.isEmpty() ? " and " + more + " more" : "");
        String published = paper.published().map(PaperText::day).orElse("");
        String where = Stream.of(
                        all.isEmpty() ? paper.byline() : paper.organization().orElse(""), published)
                .filter(part -> !part.isEmpty())
                .map(Mrkdwn::line)
                .collect(Collectors.joining(" · "));
        return Stream.of(all, where).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Where the paper stands: with the group, and with the community. */
    private String standing(GroupId group, Paper paper) {
        String upvotes = paper.upvotes() + (paper.upvotes() == 1 ? " upvote" : " upvotes") + " on Daily Papers";
        return withGroup(group, paper.id()) + " · " + upvotes;
    }

    private String withGroup(GroupId group, PaperId paper) {
        Optional<Integer> votes = ballots.open(group).stream()
                .filter(ballot -> ballot.offers(paper))
                .flatMap(ballot -> Approval.count(ballot, ballots.votes(group, ballot.id())).ranking().stream())
                .filter(tally -> tally.paper().equals(paper))
                .map(Tally::votes)
                .findFirst();
        if (votes.isPresent()) {
            return "On the ballot: " + votes.get() + (votes.get() == 1 ? " vote" : " votes");
        }
        return meetings.all(group).stream()
                .filter(meeting -> meeting.paper().filter(paper::equals).isPresent())
                .findFirst()
                .map(meeting -> (meeting.state() == MeetingState.HELD ? "Read on " : "Chosen for ")
                        + PaperText.day(meeting.id().date()))
                .orElse(isNominated(group, paper) ? "Nominated" : "Not nominated yet");
    }

    private boolean isNominated(GroupId group, PaperId paper) {
        return backlogs.find(group).contains(paper);
    }

    private List<Button> buttons(GroupId group, Paper paper) {
        Button more = button("More like this", SIMILAR, paper.id().value());
        boolean isOpen = !isNominated(group, paper.id())
                && meetings.all(group).stream()
                        .noneMatch(meeting ->
                                meeting.paper().filter(paper.id()::equals).isPresent());
        return isOpen ? List.of(BacklogFeature.nominateButton(paper).primary(), more) : List.of(more);
    }

    private Modal similar(GroupId group, Paper paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("Like " + Mrkdwn.bold(paper.title())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Paper> listed =
                papers.all().stream().filter(other -> isListed(other, today)).toList();
        List<Similar> found = SharedWords.similar(paper, listed, MOST_SIMILAR);
        if (found.isEmpty()) {
            blocks.add(section("I know no paper that shares enough words with it."));
        }
        for (Similar other : found) {
            blocks.add(section(PaperText.entry(other.paper()) + "\nshares: "
                            + line(String.join(", ", other.sharedWords())))
                    .with(PaperText.detailsButton(other.paper())));
        }
        blocks.add(actions(
                button("Back to the paper", PaperText.DETAILS, paper.id().value())));
        return Modal.of(SIMILAR, "More like this", blocks);
    }

    /** A paper of a list day to come is not known to anybody yet. */
    private static boolean isListed(Paper paper, LocalDate today) {
        return paper.listings().isEmpty() || !paper.listings().get(0).day().isAfter(today);
    }
}
