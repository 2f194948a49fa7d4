package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The day before: the channel is reminded and says who comes, the presenters are told what helps. */
final class ReminderFeature implements Feature {
    private static final Texts TEXTS = Texts.of(ReminderFeature.class);
    private final DiscussionSteps steps;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    ReminderFeature(DiscussionSteps steps, Function<UserId, String> names, InstantSource clock) {
        this.steps = steps;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        on.register(DiscussionSteps.REMIND, Missed.skipAfter(Duration.ofHours(12)), this::remind);
        on.register(DiscussionSteps.TELL, Missed.DO_LATE, this::tellAgain);
        drawings.register(DiscussionSteps.REMIND, this::draw);
        drawings.register(DiscussionSteps.BRIEF, this::drawBrief);
        for (Rsvp answer : Rsvp.values()) {
            routes.button(ReminderMessages.action(answer), click -> answered(click, answer));
        }
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                DiscussionSteps.REMIND,
                key -> new Wording.StepWords(
                        TEXTS.say("step.remind.ahead", "day", MeetingText.day(key)),
                        TEXTS.say("step.remind.failed", "day", MeetingText.day(key))));
        wording.step(
                DiscussionSteps.TELL,
                key -> new Wording.StepWords(
                        TEXTS.say("step.tell.ahead", "day", MeetingText.day(key)),
                        TEXTS.say("step.tell.failed", "day", MeetingText.day(key))));
        wording.message(DiscussionSteps.REMIND, () -> TEXTS.say("called.remind"));
        wording.message(DiscussionSteps.BRIEF, () -> TEXTS.say("called.brief"));
    }

    private void remind(Step step, Change change) {
        steps.planned(step, change).ifPresent(found -> {
            Discussion told = found.discussion()
                    .saying(Phase.REMINDED, found.meeting().start())
                    .briefing(found.presenters());
            steps.save(change, found, told, Phase.REMINDED);
            steps.redrawBriefs(change, found.with(told));
        });
    }

    private void tellAgain(Step step, Change change) {
        steps.planned(step, change).ifPresent(found -> steps.redrawAll(change, found));
    }

    private Reply answered(Click click, Rsvp answer) {
        return steps.clicked(click, (change, found) -> {
            if (isFromHome(click) && !found.group().isMember(click.user())) {
                return Reply.onlyToYou(TEXTS.say("rsvp.members-only"));
            }
            if (!found.isAheadOrOn(change.now())) {
                return Reply.onlyToYou(TEXTS.say("rsvp.over"));
            }
            steps.save(change, found, found.discussion().answering(click.user(), answer), Phase.REMINDED, Phase.OPENED);
            return Reply.none();
        });
    }

    /** There, whoever left a group may still see its buttons; a channel lets in whom it wants. */
    private static boolean isFromHome(Click click) {
        return !click.arguments().isEmpty();
    }

    private Optional<Message> draw(GroupId group, String key) {
        return steps.find(group, DiscussionSteps.meeting(key))
                .map(found -> ReminderMessages.reminder(found, names, clock.instant()))
                .or(() -> steps.group(group).map(any -> ReminderMessages.calledOff(key)));
    }

    private Optional<Message> drawBrief(GroupId group, String key) {
        UserId presenter = new UserId(key.split("/", 2)[1]);
        return steps.find(group, DiscussionSteps.meeting(key))
                .map(found -> ReminderMessages.brief(found, presenter, clock.instant()))
                .or(() -> steps.group(group).map(any -> ReminderMessages.calledOff(key)));
    }
}
