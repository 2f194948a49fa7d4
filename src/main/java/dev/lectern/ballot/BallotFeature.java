package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.Timeline;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Voting on the next paper. */
public final class BallotFeature implements Feature {
    private static final Texts TEXTS = Texts.of(BallotFeature.class);

    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE = List.of(
            new TimelineStep(BallotSteps.OPEN, Timeline::ballotOpens),
            new TimelineStep(BallotSteps.CLOSE, Timeline::ballotCloses));

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final BallotStore ballots;
    private final PaperStore papers;
    private final BallotMessages messages;
    private final ResultMessages results;

    /** @param names how a member is called, without a ping */
    public BallotFeature(
            GroupStore groups,
            MeetingStore meetings,
            BallotStore ballots,
            PaperStore papers,
            Function<UserId, String> names) {
        this.groups = groups;
        this.meetings = meetings;
        this.ballots = ballots;
        this.papers = papers;
        this.messages = new BallotMessages(papers::get, names);
        this.results = new ResultMessages(papers::get, messages);
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.homeSection(HomeTopic.VOTES, this::home);
        drawings.register(BallotSteps.DRAWING, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.message(BallotSteps.DRAWING, () -> TEXTS.say("words.vote"));
    }

    private List<Block> home(Routes.HomeVisit visit) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .flatMap(group -> ballots.open(group.id()).stream().map(ballot -> home(group, ballot, visit.user())))
                .toList();
    }

    private Block home(Group group, Ballot ballot, UserId reader) {
        boolean voted = ballots.vote(group.id(), ballot, reader).isPresent();
        return section(TEXTS.say(
                        "home.vote",
                        "channel",
                        line("#" + group.channelName()),
                        "closes",
                        date(ballot.closes(), group.settings().zone()),
                        "voted",
                        voted ? "yes" : "no"))
                .with(MyVoteText.vote(ballot, group.id()));
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
            case CLOSED -> results.closed(ballot, votes, group, meeting.papers());
            case CANCELLED -> messages.cancelled(ballot, group);
        };
    }
}
