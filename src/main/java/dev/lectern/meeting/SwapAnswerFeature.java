package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Members take an offered date, or say no; the first one to take it has it. It ends with the meeting's beginning. */
final class SwapAnswerFeature implements Feature {
    private static final String DONE = "swap.done";
    private static final String REFUSED = "swap.refused";
    private static final Texts TEXTS = Texts.of(SwapAnswerFeature.class);

    private final MeetingSteps at;
    private final SwapStore swaps;
    private final AbsenceStore absences;
    private final Presenters presenters;
    private final InstantSource clock;

    SwapAnswerFeature(
            MeetingSteps at, SwapStore swaps, AbsenceStore absences, Presenters presenters, InstantSource clock) {
        this.at = at;
        this.swaps = swaps;
        this.absences = absences;
        this.presenters = presenters;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(SwapMessages.TAKE, this::take);
        routes.button(SwapMessages.REFUSE, this::refuse);
        drawings.register(SwapFeature.OFFER, this::draw);
        steps.register(SwapFeature.END, Missed.skipAfter(Duration.ofDays(1)), this::end);
    }

    @Override
    public void words(Wording wording) {
        wording.step(SwapFeature.END, key -> {
            String day = MeetingText.day(key.split("\\.", 2)[0]);
            return new Wording.StepWords(
                    TEXTS.say("step.swap-end.ahead", "day", day), TEXTS.say("step.swap-end.failed", "day", day));
        });
        wording.message(DONE, () -> TEXTS.say("message.swap-done"));
        wording.message(REFUSED, () -> TEXTS.say("message.swap-refused"));
    }

    private record Found(Group group, SwapOffer offer) {}

    @FunctionalInterface
    private interface Answering {
        Reply answer(Change change, Found found);
    }

    private Reply answer(Click click, Answering answering) {
        GroupId id = click.argument(GroupId::parse);
        SwapId offer = click.value(SwapId::new);
        return at.changes.once(
                id,
                click.request(),
                Reply.KEPT,
                change -> at.groups
                        .find(id)
                        .flatMap(group -> swaps.find(id, offer).map(found -> new Found(group, found)))
                        .map(found -> answering.answer(change, found))
                        .orElseGet(MeetingSteps::gone));
    }

    private Reply take(Click click) {
        return answer(click, (change, found) -> {
            Group group = found.group();
            Swap.Ground ground = new Swap.Ground(
                    group.members(),
                    at.meetings.all(group.id()),
                    absences.of(group.id()),
                    group.settings().zone(),
                    change.now());
            Swap.Outcome outcome = Swap.take(found.offer(), click.user(), ground);
            if (outcome instanceof Swap.No no) {
                return refusal(no.why(), found.offer(), click.user());
            }
            take(change, group, ground, (Swap.Done) outcome);
            return Reply.none();
        });
    }

    /** Who clicks twice hears that it went well. */
    private static Reply refusal(Swap.Refusal why, SwapOffer offer, UserId user) {
        return offer.takenBy().equals(Optional.of(user))
                ? Reply.onlyToYou(TEXTS.say("swap.yours-already"))
                : Reply.onlyToYou(SwapMessages.refusal(why));
    }

    private void take(Change change, Group group, Swap.Ground ground, Swap.Done done) {
        SwapOffer offer = done.offer();
        swaps.save(change, offer);
        change.unschedule(SwapFeature.END, offer.id().value());
        presenters.put(change, group, ground.find(done.given().id()).orElseThrow(), done.given());
        done.returned()
                .ifPresent(meeting ->
                        presenters.put(change, group, ground.find(meeting.id()).orElseThrow(), meeting));
        change.send(Outbound.toChannel(
                        DONE + "/" + offer.id(),
                        group.id().channel(),
                        () -> PresenterMessages.plain(SwapMessages.taken(offer, MeetingText.when(done.given(), group))))
                .notTwice());
    }

    private Reply refuse(Click click) {
        return answer(click, (change, found) -> {
            SwapOffer offer = found.offer();
            Optional<Meeting> meeting = at.meetings.find(change.group(), offer.meeting());
            if (!offer.to().equals(Optional.of(click.user()))) {
                return Reply.onlyToYou(SwapMessages.refusal(Swap.Refusal.NOT_YOURS));
            }
            if (meeting.isEmpty() || !offer.isOpen(meeting.get(), change.now())) {
                return Reply.onlyToYou(SwapMessages.refusal(Swap.Refusal.OVER));
            }
            swaps.save(change, offer.refusedBy(click.user()));
            change.unschedule(SwapFeature.END, offer.id().value());
            change.send(Presenters.shown(found.group(), offer));
            change.send(Outbound.toMember(
                    REFUSED + "/" + offer.id(),
                    offer.by(),
                    () -> SwapMessages.refused(click.user(), meeting.get(), found.group())));
            return Reply.none();
        });
    }

    private void end(Step step, Change change) {
        SwapId id = new SwapId(step.key());
        at.groups
                .find(change.group())
                .ifPresent(group ->
                        swaps.find(change.group(), id).ifPresent(offer -> change.send(Presenters.shown(group, offer))));
    }

    private Optional<Message> draw(GroupId group, String key) {
        return swaps.find(group, new SwapId(key.split("/", 2)[0]))
                .flatMap(offer -> at.find(group, offer.meeting())
                        .map(found -> SwapMessages.offer(offer, found.meeting(), found.group(), clock.instant())));
    }
}
