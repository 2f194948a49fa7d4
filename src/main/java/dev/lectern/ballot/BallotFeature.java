package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingFeature;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.Timeline;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Voting on the next paper. */
public final class BallotFeature implements Feature {
    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE = List.of(
            new TimelineStep(BallotSteps.OPEN, Timeline::ballotOpens),
            new TimelineStep(BallotSteps.CLOSE, Timeline::ballotCloses));

    private static final Duration LONGEST_BY_HAND = Duration.ofDays(1);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final BallotStore ballots;
    private final PaperStore papers;
    private final Changes changes;
    private final VotingRulesStore rules;
    private final BallotMessages messages;
    private final ResultMessages results;
    private final BallotSteps steps;

    /**
     * @param names how a member is called, without a ping
     * @param secrets a new one each time, which nobody can guess
     */
    public BallotFeature(
            GroupStore groups,
            MeetingStore meetings,
            MeetingFeature meeting,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            Changes changes,
            VotingRulesStore rules,
            Function<UserId, String> names,
            Supplier<String> secrets) {
        this.groups = groups;
        this.meetings = meetings;
        this.ballots = ballots;
        this.papers = papers;
        this.changes = changes;
        this.rules = rules;
        this.messages = new BallotMessages(this::paper, names);
        this.results = new ResultMessages(this::paper, messages);
        this.steps = new BallotSteps(
                groups, meetings, meeting, backlogs, ballots, papers, messages, results, rules, secrets);
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("vote", "vote", "opens the vote on the next paper now", this::openNow);
        routes.homeSection(this::home);
        drawings.register(BallotSteps.DRAWING, this::draw);
        on.register(BallotSteps.OPEN, Missed.DO_LATE, steps::open);
        on.register(BallotSteps.CLOSE, Missed.DO_LATE, steps::close);
    }

    @Override
    public void words(Wording wording) {
        wording.step(BallotSteps.OPEN, meeting -> about(meeting, "opens", "opened"));
        wording.step(BallotSteps.CLOSE, meeting -> about(meeting, "closes", "closed"));
        wording.message(BallotSteps.DRAWING, "The vote");
        wording.message(BallotSteps.WAIT, "The note that the vote waits for more papers");
        wording.message(BallotSteps.NONE, "The note that there is nothing to vote on");
        wording.message(BallotSteps.RESULT, "The result of the vote");
    }

    private static Wording.StepWords about(String meeting, String does, String done) {
        return Wording.StepWords.of("the vote on the paper for " + MeetingText.day(meeting), does, done);
    }

    private Reply openNow(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou("Members open votes here. `/papers join` makes you one.");
            }
            return meetings.planned(command.group()).stream()
                    .filter(meeting -> meeting.start().isAfter(change.now())
                            && meeting.paper().isEmpty())
                    .findFirst()
                    .map(meeting -> openNow(change, group.get(), meeting))
                    .orElseGet(() -> Reply.onlyToYou(
                            "Every meeting that is planned has its paper. `/papers schedule` shows them."));
        });
    }

    private Reply openNow(Change change, Group group, Meeting meeting) {
        Optional<Ballot> before = ballots.find(group.id(), BallotId.of(meeting.id()));
        if (before.filter(ballot -> ballot.state() == BallotState.OPEN).isPresent()) {
            return Reply.onlyToYou("The vote is open already: you find it above, and it closes "
                    + date(before.get().closes(), group.settings().zone()) + ".");
        }
        List<Nomination> candidates = steps.candidates(change);
        if (candidates.size() < Ballot.FEWEST_CANDIDATES) {
            return Reply.onlyToYou(tooFew(candidates));
        }
        steps.open(change, group, meeting, candidates, deadline(change.now(), group, meeting), rules.of(group.id()));
        return Reply.onlyToYou("The vote is open, on " + candidates.size() + " papers.");
    }

    private String tooFew(List<Nomination> candidates) {
        String there = candidates.isEmpty()
                ? "the backlog is empty"
                : "the backlog has only "
                        + PaperText.line(paper(candidates.get(0).paper()));
        return "A vote needs two papers, and " + there + ". `/papers nominate <link or title>` adds one.";
    }

    /** When the vote would close anyway; where that is past, in a day, or half-way to a meeting that is sooner. */
    private static Instant deadline(Instant now, Group group, Meeting meeting) {
        Instant planned = dev.lectern.meeting.MeetingPlanner.timeline(group, meeting.start())
                .ballotCloses();
        if (planned.isAfter(now)) {
            return planned;
        }
        Duration half = Duration.between(now, meeting.start()).dividedBy(2);
        return now.plus(half.compareTo(LONGEST_BY_HAND) < 0 ? half : LONGEST_BY_HAND);
    }

    private List<Block> home(Routes.HomeVisit visit) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .flatMap(group -> ballots.open(group.id()).stream().map(ballot -> home(group, ballot, visit.user())))
                .toList();
    }

    private Block home(Group group, Ballot ballot, UserId reader) {
        boolean voted = ballots.vote(group.id(), ballot, reader).isPresent();
        return section("*Vote in " + line("#" + group.channelName()) + "*\nopen until "
                + date(ballot.closes(), group.settings().zone())
                + (voted ? "; you have voted" : "; *you have not voted yet*"));
    }

    private Optional<Message> draw(GroupId group, String key) {
        return groups.find(group)
                .flatMap(known -> ballots.find(group, BallotId.parse(key))
                        .flatMap(ballot ->
                                meetings.find(group, ballot.meeting()).map(meeting -> draw(known, ballot, meeting))));
    }

    private Message draw(Group group, Ballot ballot, Meeting meeting) {
        Votes votes = ballots.votes(group.id(), ballot.id());
        return switch (ballot.state()) {
            case OPEN -> messages.open(ballot, votes, group, meeting);
            case CLOSED -> results.closed(ballot, votes, group);
            case CANCELLED -> messages.cancelled();
        };
    }

    private Paper paper(PaperId id) {
        return papers.find(id).orElseThrow(() -> new IllegalStateException("the paper " + id + " is gone"));
    }
}
