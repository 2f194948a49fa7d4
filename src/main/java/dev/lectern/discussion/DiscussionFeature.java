package dev.lectern.discussion;

import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.Timeline;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Routes;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What happens before, at and after a meeting, put together. */
public final class DiscussionFeature implements Feature {
    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE = List.of(
            new TimelineStep(DiscussionSteps.REMIND, Timeline::reminder),
            new TimelineStep(DiscussionSteps.START, Timeline::kickOff),
            new TimelineStep(DiscussionSteps.END, Timeline::wrapUp));

    private final List<Feature> features;

    /**
     * @param names how a member is called, without a ping
     * @param secrets a new one each time, which nobody can guess
     */
    public DiscussionFeature(
            GroupStore groups,
            MeetingStore meetings,
            MeetingPlanner planner,
            DiscussionSteps steps,
            DiscussionRulesStore rules,
            GroupLogStore log,
            Changes changes,
            Function<UserId, String> names,
            Supplier<String> secrets,
            InstantSource clock) {
        QueueFeature queue = new QueueFeature(steps, names, clock);
        this.features = List.of(
                new ReminderFeature(steps, names, clock),
                queue,
                new QuestionFeature(steps, queue, secrets, clock),
                new KickOffFeature(steps, names, clock),
                new AttendanceFeature(steps),
                new WrapUpFeature(steps, meetings, planner, names, clock),
                new RatingFeature(steps),
                new NotesFeature(steps, names, clock),
                new DiscussionRulesFeature(groups, rules, log, changes));
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        features.forEach(feature -> feature.register(routes, on, drawings));
    }

    @Override
    public void words(Wording wording) {
        features.forEach(feature -> feature.words(wording));
    }
}
