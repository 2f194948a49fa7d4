package dev.lectern.app;

import dev.lectern.ballot.BallotFeature;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.MovedBallotSteps;
import dev.lectern.ballot.VoteStateText;
import dev.lectern.discussion.DiscussionFeature;
import dev.lectern.discussion.DiscussionSteps;
import dev.lectern.meeting.LeavingFeature;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MovedSwapSteps;
import dev.lectern.meeting.Presenters;
import dev.lectern.meeting.PresentingFeature;
import dev.lectern.meeting.ScheduleFeature;
import dev.lectern.meeting.ScheduleMessages;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.meeting.hub.HolidayLinkStore;
import dev.lectern.meeting.hub.MeetingHubFeature;
import dev.lectern.meeting.part.MovedPartSteps;
import dev.lectern.meeting.part.PartFeature;
import dev.lectern.slack.Feature;
import dev.lectern.slack.WhoIsWho;
import java.util.List;
import java.util.stream.Stream;

/** When the group meets, who does what there, and what is said. */
final class MeetingFeatures {
    private final CommonGround common;
    private final Stores stores;
    private final Presenters presenters;
    private final MeetingPlanner planner;
    private final LeavingFeature leaving;
    private final PartFeature parts;

    MeetingFeatures(CommonGround common) {
        this.common = common;
        this.stores = common.stores;
        this.presenters = new Presenters(stores.meetings, common.turns, stores.swaps, common.told::redraw);
        this.planner = planner();
        this.leaving = new LeavingFeature(stores.groups, stores.meetings, presenters, common.changes);
        this.parts = parts();
    }

    private MeetingPlanner planner() {
        List<TimelineStep> timeline = Stream.of(
                        BallotFeature.TIMELINE,
                        PresentingFeature.TIMELINE,
                        PartFeature.timeline(stores.parts),
                        DiscussionFeature.TIMELINE)
                .flatMap(List::stream)
                .toList();
        MovedBallotSteps movedBallots = new MovedBallotSteps(
                stores.groups, stores.meetings, stores.backlogs, stores.ballots, stores.papers, stores.votingRules);
        return new MeetingPlanner(
                stores.meetings,
                stores.timetables,
                timeline,
                (group, meeting) ->
                        stores.ballots.find(group, BallotId.of(meeting)).isPresent(),
                List.of(movedBallots, new MovedSwapSteps(stores.swaps), new MovedPartSteps(stores.parts), common.told));
    }

    private PartFeature parts() {
        return new PartFeature(
                stores.groups,
                stores.meetings,
                stores.parts,
                stores.papers,
                common.changes,
                common.turns,
                stores.moves,
                stores.log,
                stores.absences::away,
                common.people::nameOf,
                DiscussionSteps::tellAgain,
                common.clock);
    }

    List<Feature> all() {
        ScheduleMessages schedule = new ScheduleMessages(
                stores.meetings,
                stores.timetables,
                stores.papers,
                stores.parts,
                common.turns,
                new VoteStateText(stores.ballots, common.clock)::of);
        return List.of(
                presenting(),
                leaving,
                parts,
                new ScheduleFeature(stores.groups, stores.meetings, schedule),
                new MeetingHubFeature(
                        stores.groups,
                        stores.timetables,
                        planner,
                        schedule,
                        new HolidayLinkStore(common.redis),
                        common.outside.web(),
                        stores.log,
                        common.changes,
                        common.clock),
                discussing());
    }

    private Feature presenting() {
        return new PresentingFeature(
                stores.groups,
                stores.meetings,
                stores.absences,
                stores.swaps,
                stores.parts,
                stores.papers,
                common.turns,
                presenters,
                common.changes,
                new WhoIsWho(common.people::nameOf, common.people::handleOf, common.people::standingOf),
                common.clock);
    }

    private Feature discussing() {
        return new DiscussionFeature(
                stores.groups,
                stores.meetings,
                planner,
                common.told,
                stores.discussionRules,
                stores.log,
                common.changes,
                common.people::nameOf,
                new Unguessable(),
                common.clock);
    }

    MeetingPlanner planning() {
        return planner;
    }

    /** Who gives back what somebody had promised for a meeting. */
    LeavingFeature leaving() {
        return leaving;
    }

    /** Who gives back what part somebody had in a meeting. */
    PartFeature partsOf() {
        return parts;
    }
}
