package dev.lectern.discussion;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.Timeline;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The steps of a meeting itself: the reminder, its beginning and its end. */
public final class DiscussionFeature implements Feature {
    private static final String REMIND = "meeting.remind";
    private static final String START = "meeting.start";
    private static final String END = "meeting.end";

    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE = List.of(
            new TimelineStep(REMIND, Timeline::reminder),
            new TimelineStep(START, Timeline::kickOff),
            new TimelineStep(END, Timeline::wrapUp));

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final MeetingPlanner planner;

    public DiscussionFeature(GroupStore groups, MeetingStore meetings, PaperStore papers, MeetingPlanner planner) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.planner = planner;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        steps.register(REMIND, Missed.skipAfter(Duration.ofHours(12)), this::remind);
        steps.register(START, Missed.skipAfter(Duration.ofHours(1)), this::start);
        steps.register(END, Missed.DO_LATE, this::end);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                REMIND,
                key -> Wording.StepWords.of(
                        "the reminder of the meeting on " + MeetingText.day(key), "is written", "written"));
        wording.step(START, key -> Wording.StepWords.of(meeting(key), "begins", "opened"));
        wording.step(END, key -> Wording.StepWords.of(meeting(key), "is wrapped up", "wrapped up"));
        wording.message(REMIND, "The reminder of the meeting");
        wording.message(START, "The opening of the meeting");
    }

    private static String meeting(String key) {
        return "the meeting on " + MeetingText.day(key);
    }

    private record Found(Group group, Meeting meeting) {}

    /** The group and the meeting that a step is about; empty where either is gone, and nothing is left to do. */
    private Optional<Found> find(GroupId group, String meeting) {
        return groups.find(group)
                .flatMap(known -> meetings.find(group, MeetingId.parse(meeting))
                        .filter(found -> found.state() == MeetingState.PLANNED)
                        .map(found -> new Found(known, found)));
    }

    private void remind(Step step, Change change) {
        find(change.group(), step.key())
                .ifPresent(found -> say(
                        change,
                        found,
                        step,
                        DiscussionMessages.reminder(found.meeting(), found.group(), paper(found.meeting()))));
    }

    private void start(Step step, Change change) {
        find(change.group(), step.key())
                .ifPresent(found -> say(
                        change,
                        found,
                        step,
                        DiscussionMessages.kickOff(found.meeting(), found.group(), paper(found.meeting()))));
    }

    private void end(Step step, Change change) {
        find(change.group(), step.key()).ifPresent(found -> {
            meetings.save(change, found.meeting().held());
            planner.plan(change, found.group());
        });
    }

    private static void say(Change change, Found found, Step step, Message message) {
        change.send(Outbound.toChannel(
                step.name() + "/" + step.key(), found.group().id().channel(), message));
    }

    private Optional<Paper> paper(Meeting meeting) {
        return meeting.paper().flatMap(papers::find);
    }
}
