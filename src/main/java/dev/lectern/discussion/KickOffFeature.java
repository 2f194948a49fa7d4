package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** At the hour: one message with all that is needed, and a thread for the notes. */
final class KickOffFeature implements Feature {
    private static final Texts TEXTS = Texts.of(KickOffFeature.class);
    private static final String THREAD = "meeting.thread";

    private final DiscussionSteps steps;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    KickOffFeature(DiscussionSteps steps, Function<UserId, String> names, InstantSource clock) {
        this.steps = steps;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        on.register(DiscussionSteps.START, Missed.skipAfter(Duration.ofHours(1)), this::start);
        drawings.register(DiscussionSteps.START, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                DiscussionSteps.START,
                key -> new Wording.StepWords(
                        TEXTS.say("step.start.ahead", "day", MeetingText.day(key)),
                        TEXTS.say("step.start.failed", "day", MeetingText.day(key))));
        wording.message(DiscussionSteps.START, () -> TEXTS.say("called.start"));
        wording.message(THREAD, () -> TEXTS.say("called.thread"));
    }

    private void start(Step step, Change change) {
        steps.planned(step, change).ifPresent(found -> {
            Discussion told =
                    found.discussion().saying(Phase.OPENED, found.meeting().start());
            steps.save(change, found, told, Phase.OPENED);
            int time = told.times(Phase.OPENED);
            Outgoing opening = DiscussionSteps.shown(found, Phase.OPENED, time);
            String suffix = opening.id().substring(DiscussionSteps.START.length());
            change.send(Outbound.toChannel(
                            THREAD + suffix, found.group().id().channel(), () -> KickOffMessages.thread(found))
                    .inThreadOf(opening.id())
                    .notTwice());
        });
    }

    private Optional<Message> draw(GroupId group, String key) {
        return steps.find(group, DiscussionSteps.meeting(key))
                .map(found -> KickOffMessages.kickOff(found, names, clock.instant()))
                .or(() -> steps.group(group).map(any -> ReminderMessages.calledOff(key)));
    }
}
