package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.GroupId;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Optional;
import java.util.function.Function;

/** Members are asked in turn; who does not answer is asked again, then the next one is; at last the organizer decides. */
final class AskingFeature implements Feature {
    private static final Texts TEXTS = Texts.of(AskingFeature.class);

    private final MeetingSteps at;
    private final Subject.Reader subjects;
    private final Presenters presenters;
    private final Function<UserId, String> names;

    AskingFeature(MeetingSteps at, Subject.Reader subjects, Presenters presenters, Function<UserId, String> names) {
        this.at = at;
        this.subjects = subjects;
        this.presenters = presenters;
        this.names = names;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        steps.register(Presenters.ASK, Missed.DO_LATE, this::ask);
        steps.register(Presenters.NUDGE, Missed.DO_LATE, this::nudge);
        steps.register(Presenters.GIVE_UP, Missed.DO_LATE, this::giveUp);
        drawings.register(Presenters.OWNER, this::drawOwner);
        drawings.register(Presenters.SILENT, this::drawSilent);
        routes.button(OwnerMessages.ASK, this::askOnceMore);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                Presenters.ASK,
                key -> new Wording.StepWords(
                        TEXTS.say("step.ask.ahead", "day", day(key)), TEXTS.say("step.ask.failed", "day", day(key))));
        wording.step(
                Presenters.NUDGE,
                key -> new Wording.StepWords(
                        TEXTS.say("step.nudge.ahead", "day", day(key)),
                        TEXTS.say("step.nudge.failed", "day", day(key))));
        wording.step(
                Presenters.GIVE_UP,
                key -> new Wording.StepWords(
                        TEXTS.say("step.give-up.ahead", "day", day(key)),
                        TEXTS.say("step.give-up.failed", "day", day(key))));
        wording.message(Presenters.NONE, () -> TEXTS.say("message.none"));
        wording.message(Presenters.OWNER, () -> TEXTS.say("message.owner"));
        wording.message(Presenters.SILENT, () -> TEXTS.say("message.silent"));
        wording.message(Presenters.AGAIN, () -> TEXTS.say("message.again"));
    }

    private static String day(String key) {
        return MeetingText.day(key.split("/", 2)[0]);
    }

    private void ask(Step step, Change change) {
        at.find(change.group(), MeetingId.parse(step.key()))
                .filter(found -> found.meeting().wantsPresenter()
                        && found.meeting().asked().isEmpty())
                .ifPresent(found -> presenters.askNext(change, found.group(), found.meeting(), found.meeting()));
    }

    private void nudge(Step step, Change change) {
        waitedFor(step, change).ifPresent(found -> {
            UserId member = found.meeting().asked().orElseThrow();
            presenters.put(
                    change, found.group(), found.meeting(), found.meeting().reminding(member));
            Presenters.plan(change, found.group(), Presenters.GIVE_UP, step.key(), found.meeting());
        });
    }

    private void giveUp(Step step, Change change) {
        waitedFor(step, change)
                .ifPresent(found -> presenters.giveUp(
                        change,
                        found.group(),
                        found.meeting(),
                        found.meeting().asked().orElseThrow()));
    }

    /** The meeting whose question this step is about, if that is still open, and the meeting ahead. */
    private Optional<MeetingSteps.Found> waitedFor(Step step, Change change) {
        return at.find(change.group(), MeetingId.parse(step.key().split("/", 2)[0]))
                .filter(found -> found.meeting().wantsPresenter()
                        && found.meeting().start().isAfter(change.now())
                        && Presenters.waitingFor(found.meeting()).equals(Optional.of(step.key())));
    }

    private Reply askOnceMore(Click click) {
        UserId member = click.argument(1, UserId::new);
        return at.answer(click, (change, found) -> {
            if (!RightsText.mayOrganize(found.group(), click.user())) {
                return Reply.onlyToYou(TEXTS.say("owner.only", "who", RightsText.organizers(found.group())));
            }
            Meeting meeting = found.meeting();
            if (!meeting.wantsPresenter() || !meeting.start().isAfter(change.now())) {
                return PresenterFeature.refusal(meeting.accept(member));
            }
            if (!found.group().isMember(member)) {
                return Reply.onlyToYou(TEXTS.say("owner.left", "who", user(member)));
            }
            if (meeting.asks(member)) {
                return Reply.onlyToYou(TEXTS.say("owner.asked-already", "who", user(member)));
            }
            presenters.ask(change, found.group(), meeting, meeting, member);
            // Their first question is only redrawn, of which Slack tells nobody.
            change.send(Outbound.toMember(
                    Presenters.AGAIN + "/" + meeting.id() + "/" + member + "/"
                            + change.now().getEpochSecond(),
                    member,
                    () -> PresenterMessages.askedAgain(
                            meeting, found.group(), subjects.of(found.group().id(), meeting))));
            return Reply.none();
        });
    }

    private Optional<Message> drawOwner(GroupId group, String key) {
        return at.find(group, MeetingId.parse(key.split("/")[0])).map(found -> {
            if (!found.meeting().ownedByOrganizer()) {
                return OwnerMessages.settled(found.meeting(), found.group());
            }
            Optional<UserId> once = presenters.onceMore(found.group(), found.meeting());
            return OwnerMessages.nobodyLeft(found.meeting(), found.group(), once, once.map(names));
        });
    }

    private Optional<Message> drawSilent(GroupId group, String key) {
        return at.find(group, MeetingId.parse(key.split("/")[0]))
                .filter(found -> !found.meeting().presenting().silent().isEmpty())
                .map(found -> OwnerMessages.silent(found.meeting(), found.group()));
    }
}
