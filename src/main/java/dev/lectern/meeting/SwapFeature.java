package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Presenters offer their date to one member, or to all. What becomes of an offer is {@link SwapAnswerFeature}'s. */
final class SwapFeature implements Feature {
    static final String OPEN = "swap.open/1";
    static final String OFFER = "swap.offer";
    static final String END = "swap.end";
    private static final Texts TEXTS = Texts.of(SwapFeature.class);

    private final MeetingSteps at;
    private final SwapStore swaps;
    private final AbsenceStore absences;
    private final WhoIsWho people;

    SwapFeature(MeetingSteps at, SwapStore swaps, AbsenceStore absences, WhoIsWho people) {
        this.at = at;
        this.swaps = swaps;
        this.absences = absences;
        this.people = people;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("swap", "swap [@member]", () -> TEXTS.say("help.swap"), this::swap);
        routes.button(OPEN, this::open);
        routes.modal(SwapMessages.CALLBACK, this::submitted);
    }

    @Override
    public void words(Wording wording) {
        wording.message(OFFER, () -> TEXTS.say("message.offer"));
    }

    private Reply swap(Command command) {
        Optional<Group> found = at.groups.find(command.group());
        if (found.isEmpty()) {
            return GroupFeature.noGroup();
        }
        Group group = found.get();
        Mention named = Mention.read(command.rest(), group.members(), people.handles());
        if (named.who().isEmpty()) {
            return form(group, command.user(), Optional.empty());
        }
        UserId to = named.who().get();
        Optional<String> hindrance =
                CandidateText.hindrance(group, to, people.standing().apply(to), user(to));
        if (hindrance.isPresent()) {
            return Reply.onlyToYou(hindrance.get());
        }
        return at.changes.once(
                group.id(),
                command.request(),
                Reply.KEPT,
                change -> at.aheadOf(change, command.user()).stream()
                        .findFirst()
                        .map(meeting -> offered(offer(change, group, meeting, command.user(), named.who(), user(to))))
                        .orElseGet(SwapFeature::nothingToSwap));
    }

    private Reply open(Click click) {
        MeetingId meeting = click.value(MeetingId::parse);
        return at.groups
                .find(click.argument(GroupId::parse))
                .map(group -> form(group, click.user(), Optional.of(meeting)))
                .orElseGet(MeetingSteps::gone);
    }

    private Reply form(Group group, UserId user, Optional<MeetingId> chosen) {
        return at.changes.apply(group.id(), change -> {
            List<Meeting> mine = at.aheadOf(change, user);
            boolean theirs = chosen.isEmpty()
                    || mine.stream().anyMatch(meeting -> meeting.id().equals(chosen.get()));
            return mine.isEmpty() || !theirs
                    ? nothingToSwap()
                    : Reply.opens(SwapMessages.form(
                            group, mine, chosen.orElse(mine.get(0).id())));
        });
    }

    private static Reply nothingToSwap() {
        return Reply.onlyToYou(TEXTS.say("swap.nothing"));
    }

    /** What became of offering: whether it was, and what to say. */
    private record Offering(boolean made, String said) {}

    private static Reply offered(Offering offering) {
        return Reply.onlyToYou(offering.said());
    }

    /** @param called what to call whom it is offered to, where that can't be */
    private Offering offer(Change change, Group group, Meeting meeting, UserId by, Optional<UserId> to, String called) {
        if (to.equals(Optional.of(by))) {
            return new Offering(false, TEXTS.say("swap.yourself"));
        }
        Swap.Ground ground = ground(change, group);
        Optional<Swap.Refusal> hindrance = to.flatMap(who -> Swap.hindrance(ground, meeting, who));
        if (hindrance.isPresent()) {
            return new Offering(false, SwapMessages.refusalOf(hindrance.get(), called));
        }
        boolean there = swaps.of(group.id(), meeting.id()).stream()
                .anyMatch(
                        offer -> offer.by().equals(by) && offer.to().equals(to) && offer.isOpen(meeting, change.now()));
        if (there) {
            return new Offering(false, TEXTS.say("swap.made"));
        }
        SwapOffer offer = SwapOffer.of(SwapId.of(meeting.id(), by, change.now()), meeting.id(), by, to);
        swaps.save(change, offer);
        change.schedule(new Step(END, offer.id().value(), meeting.start()));
        change.send(Presenters.shown(group, offer));
        String when = MeetingText.when(meeting, group);
        return new Offering(
                true,
                to.map(member -> TEXTS.say("swap.offered", "who", user(member), "when", when))
                        .orElseGet(() -> TEXTS.say("swap.offered.all", "when", when)));
    }

    private Swap.Ground ground(Change change, Group group) {
        return new Swap.Ground(
                group.members(),
                at.meetings.all(group.id()),
                absences.of(group.id()),
                group.settings().zone(),
                change.now());
    }

    private Reply submitted(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        Optional<Group> group = at.groups.find(id);
        Optional<MeetingId> date = sent.value(SwapMessages.DATE).map(MeetingId::parse);
        Optional<UserId> to = sent.value(SwapMessages.TO).map(UserId::new);
        if (group.isEmpty() || date.isEmpty()) {
            return Reply.problems(Map.of(SwapMessages.DATE, TEXTS.say("swap.missing")));
        }
        Optional<String> hindrance = to.flatMap(who ->
                CandidateText.hindrance(group.get(), who, people.standing().apply(who), CandidateText.inForms()));
        if (hindrance.isPresent()) {
            return Reply.problems(Map.of(SwapMessages.TO, hindrance.get()));
        }
        Reply reply = at.changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> at.aheadOf(change, sent.user()).stream()
                        .filter(meeting -> meeting.id().equals(date.get()))
                        .findFirst()
                        .map(meeting ->
                                beside(offer(change, group.get(), meeting, sent.user(), to, CandidateText.inForms())))
                        .orElseGet(() -> Reply.problems(Map.of(SwapMessages.DATE, TEXTS.say("swap.not-yours-now")))));
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(SwapMessages.done(only.message().text()))
                : reply;
    }

    private static Reply beside(Offering offering) {
        return offering.made()
                ? Reply.onlyToYou(offering.said())
                : Reply.problems(Map.of(SwapMessages.TO, offering.said()));
    }
}
