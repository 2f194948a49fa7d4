package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.Timeline;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.Standing;
import dev.lectern.slack.Reply;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts papers forward, and opens the vote that waited for them. */
public final class NominationSteps {
    private static final Texts TEXTS = Texts.of(NominationSteps.class);
    private static final Duration GATHERING = Duration.ofHours(1);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final StandingsReader standings;
    private final ProspectsReader prospects;
    private final PaperStore papers;
    private final Changes changes;

    public NominationSteps(
            GroupStore groups,
            MeetingStore meetings,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            Changes changes) {
        this.groups = groups;
        this.meetings = meetings;
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.standings = new StandingsReader(backlogs, ballots, meetings);
        this.prospects = new ProspectsReader(backlogs, ballots);
        this.papers = papers;
        this.changes = changes;
    }

    Reply nominate(GroupId id, RequestId request, UserId user, PaperId paperId) {
        Optional<Paper> paper = papers.find(paperId).filter(found -> found.isKnownIn(id));
        if (paper.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("nominate.unknown"));
        }
        return changes.once(
                id,
                request,
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> nominate(change, group, user, paper.get()))
                        .orElseGet(GroupFeature::noGroup));
    }

    /** As part of a change. */
    Reply nominate(Change change, Group group, UserId user, Paper paper) {
        Optional<String> settled = settled(paper, standings.of(group.id(), paper.id()));
        if (settled.isPresent()) {
            return Reply.onlyToYou(settled.get());
        }
        Backlog.Addition addition = backlogs.find(group.id()).add(new Nomination(paper.id(), user, change.now()));
        if (addition instanceof Backlog.AlreadyThere there) {
            return Reply.onlyToYou(already(paper, there.first().by(), user));
        }
        backlogs.save(change, addition.backlog());
        openWaitingBallot(change, group, addition.backlog());
        int size = addition.backlog().nominations().size();
        String done = TEXTS.say("nominate.done", "title", PaperText.link(paper), "papers", size);
        return Reply.onlyToYou(rests(group, addition.backlog(), paper, change.now())
                .map(rests -> TEXTS.say("nominate.done.rests", "done", done, "rests", rests))
                .orElse(done));
    }

    private static String already(Paper paper, UserId by, UserId reader) {
        String title = PaperText.link(paper);
        return by.equals(reader)
                ? TEXTS.say("nominate.already.yours", "title", title)
                : TEXTS.say("nominate.already", "title", title, "who", user(by));
    }

    /** Nominating anew what lost too often does not end its rest. */
    private Optional<String> rests(Group group, Backlog backlog, Paper paper, Instant now) {
        return prospects.of(group.id(), backlog, now).stream()
                .filter(prospect -> prospect.paper().equals(paper.id()))
                .flatMap(prospect -> prospect.restsUntil().stream())
                .map(until -> BacklogMessages.rests(group, until))
                .findFirst();
    }

    /** What makes nominating it pointless. */
    private static Optional<String> settled(Paper paper, Standing standing) {
        if (standing instanceof Standing.Read read) {
            return Optional.of(
                    TEXTS.say("nominate.read", "title", PaperText.link(paper), "day", PaperText.day(read.meeting())));
        }
        return standing instanceof Standing.Chosen chosen
                ? Optional.of(TEXTS.say(
                        "nominate.chosen", "title", PaperText.link(paper), "day", PaperText.day(chosen.meeting())))
                : Optional.empty();
    }

    /** A vote whose hour has come waits for its second paper, and then a little for more. */
    private void openWaitingBallot(Change change, Group group, Backlog backlog) {
        List<Prospect> hoping = prospects.of(group.id(), backlog, change.now());
        if (hoping.stream().filter(prospect -> !prospect.isResting()).count() != Ballot.FEWEST_CANDIDATES) {
            return;
        }
        meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.paper().isEmpty()
                        && ballots.find(group.id(), BallotId.of(meeting.id())).isEmpty())
                .filter(meeting -> {
                    Timeline timeline = MeetingPlanner.timeline(group, meeting.start());
                    return !timeline.ballotOpens().isAfter(change.now())
                            && timeline.ballotCloses().isAfter(change.now());
                })
                .findFirst()
                .ifPresent(meeting -> change.schedule(new Step(
                        BallotSteps.OPEN,
                        meeting.id().value(),
                        opening(change.now(), MeetingPlanner.timeline(group, meeting.start())))));
    }

    private static Instant opening(Instant now, Timeline timeline) {
        Instant gathered = now.plus(GATHERING);
        return gathered.plus(GATHERING).isBefore(timeline.ballotCloses()) ? gathered : now;
    }
}
