package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.Presenters;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** When a meeting is over: it counts as held, and one message thanks, asks who was there and what it was worth. */
final class WrapUpFeature implements Feature {
    private static final Texts TEXTS = Texts.of(WrapUpFeature.class);
    private final DiscussionSteps steps;
    private final MeetingStore meetings;
    private final MeetingPlanner planner;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    WrapUpFeature(
            DiscussionSteps steps,
            MeetingStore meetings,
            MeetingPlanner planner,
            Function<UserId, String> names,
            InstantSource clock) {
        this.steps = steps;
        this.meetings = meetings;
        this.planner = planner;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        on.register(DiscussionSteps.END, Missed.DO_LATE, this::end);
        drawings.register(DiscussionSteps.END, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                DiscussionSteps.END,
                key -> new Wording.StepWords(
                        TEXTS.say("step.end.ahead", "day", MeetingText.day(key)),
                        TEXTS.say("step.end.failed", "day", MeetingText.day(key))));
        wording.message(DiscussionSteps.END, () -> TEXTS.say("called.end"));
    }

    private void end(Step step, Change change) {
        steps.planned(step, change).ifPresent(found -> {
            Gathering held = found.with(found.meeting().held());
            meetings.save(change, held.meeting());
            Presenters.redraw(change, held.meeting());
            Discussion told = found.discussion()
                    .saying(Phase.WRAPPED, found.meeting().start())
                    .withoutSecret();
            steps.save(change, held, told, Phase.OPENED, Phase.WRAPPED);
            planner.plan(change, found.group());
        });
    }

    private Optional<Message> draw(GroupId group, String key) {
        return steps.find(group, DiscussionSteps.meeting(key))
                .map(found -> WrapUpMessages.wrapUp(found, steps.after(found), names, clock.instant()));
    }
}
