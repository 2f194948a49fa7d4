package dev.lectern.meeting;

import dev.lectern.group.Departures;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;

/**
 * Who is no longer a member has their dates freed, and others are asked. That is a step of its own, at once: whoever
 * takes the member off the list may be writing the same meetings.
 */
public final class LeavingFeature implements Feature, Departures {
    private static final String FREE = "presenter.free";
    private static final Texts TEXTS = Texts.of(LeavingFeature.class);

    private final MeetingSteps at;
    private final Presenters presenters;

    public LeavingFeature(GroupStore groups, MeetingStore meetings, Presenters presenters, Changes changes) {
        this.at = new MeetingSteps(groups, meetings, changes);
        this.presenters = presenters;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        steps.register(FREE, Missed.DO_LATE, this::free);
    }

    @Override
    public void words(Wording wording) {
        wording.step(FREE, key -> new Wording.StepWords(TEXTS.say("step.free.ahead"), TEXTS.say("step.free.failed")));
    }

    @Override
    public void left(Change change, Group after, UserId who) {
        if (!at.aheadOf(change, who).isEmpty()) {
            change.schedule(new Step(FREE, who.value(), change.now()));
        }
    }

    private void free(Step step, Change change) {
        UserId who = new UserId(step.key());
        // Who came back meanwhile keeps what is theirs.
        at.groups
                .find(change.group())
                .filter(group -> !group.isMember(who))
                .ifPresent(group ->
                        at.aheadOf(change, who).forEach(meeting -> presenters.free(change, group, meeting, who)));
    }
}
