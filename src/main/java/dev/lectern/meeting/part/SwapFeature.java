package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.part.Handed.Swap;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Option;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Members swap their parts of a meeting: one offers, the other says yes or no. */
final class SwapFeature implements Feature {
    private static final String NOTHING = "-";
    private static final Texts TEXTS = Texts.of(SwapFeature.class);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final Changes changes;
    private final PartSteps steps;
    private final PartTurns turns;
    private final Function<UserId, String> names;

    SwapFeature(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            Changes changes,
            PartSteps steps,
            PartTurns turns,
            Function<UserId, String> names) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.changes = changes;
        this.steps = steps;
        this.turns = turns;
        this.names = names;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(PartMessages.SWAP, this::opens);
        routes.modal(PartsModal.SWAP, this::sent);
        routes.button(PartMessages.ACCEPT, click -> answered(click, true));
        routes.button(PartMessages.REFUSE, click -> answered(click, false));
    }

    private Reply opens(Click click) {
        GroupId id = click.argument(GroupId::parse);
        PartKey key = click.value(PartKey::read);
        Handed handed = parts.of(id, key.meeting());
        Optional<Group> group = groups.find(id);
        Optional<Part> mine = handed.part(key.part()).filter(part -> handed.has(click.user(), part.id()));
        Optional<Meeting> meeting = meetings.find(id, key.meeting());
        if (group.isEmpty() || meeting.isEmpty() || mine.isEmpty()) {
            return noLonger();
        }
        List<Option> others = others(group.get(), meeting.get(), handed, click.user(), mine.get());
        return others.isEmpty()
                ? Reply.onlyToYou(TEXTS.say("swap.nobody"))
                : Reply.opens(PartsModal.swap(id, key, mine.get(), others));
    }

    private List<Option> others(Group group, Meeting meeting, Handed handed, UserId who, Part mine) {
        HandOut.Situation now = turns.situation(group, meeting, handed, parts.rules(group.id()));
        List<Option> options = new ArrayList<>();
        for (UserId other : now.staying()) {
            if (other.equals(who) || now.presents(other)) {
                continue;
            }
            List<Part> theirs = handed.of(other);
            if (theirs.isEmpty()) {
                offered(now, handed, new Swap(who, mine.id(), other, Optional.empty()), TEXTS.say("swap.no-part"))
                        .ifPresent(options::add);
            }
            theirs.forEach(part -> offered(
                            now, handed, new Swap(who, mine.id(), other, Optional.of(part.id())), part.name())
                    .ifPresent(options::add));
        }
        return options;
    }

    private Optional<Option> offered(HandOut.Situation now, Handed handed, Swap swap, String called) {
        return handed.stands(swap) && mayBe(now, handed, swap)
                ? Optional.of(option(
                        TEXTS.say("swap.option", "who", names.apply(swap.to()), "part", called),
                        swap.to() + " " + swap.theirs().orElse(NOTHING)))
                : Optional.empty();
    }

    /** Whether each may have what they would get. */
    private static boolean mayBe(HandOut.Situation now, Handed handed, Swap swap) {
        return may(now, handed, swap.to(), swap.mine())
                && swap.theirs()
                        .map(theirs -> may(now, handed, swap.from(), theirs))
                        .orElse(true);
    }

    private static boolean may(HandOut.Situation now, Handed handed, UserId member, String part) {
        return now.staying().contains(member)
                && handed.part(part).filter(known -> now.mayHave(member, known)).isPresent();
    }

    private Reply sent(Submission sent) {
        String[] place = sent.metadata().split(" ", 2);
        GroupId id = GroupId.parse(place[0]);
        PartKey key = PartKey.read(place[1]);
        String[] with = sent.value(PartsModal.WITH).orElse("").split(" ");
        if (with.length != 2) {
            return Reply.problems(Map.of(PartsModal.WITH, TEXTS.say("swap.missing")));
        }
        Swap swap = new Swap(
                sent.user(),
                key.part(),
                new UserId(with[0]),
                Optional.of(with[1]).filter(theirs -> !theirs.equals(NOTHING)));
        return PartsModal.answer(changes.once(id, sent.request(), Reply.KEPT, change -> offer(change, id, key, swap)));
    }

    private Reply offer(Change change, GroupId id, PartKey key, Swap swap) {
        Handed handed = parts.of(id, key.meeting());
        Optional<Group> group = groups.find(id);
        Optional<Meeting> meeting = steps.ahead(change, key.meeting());
        if (group.isEmpty() || meeting.isEmpty() || !handed.has(swap.from(), swap.mine())) {
            return noLonger();
        }
        HandOut.Situation now = turns.situation(group.get(), meeting.get(), handed, parts.rules(id));
        if (!handed.stands(swap) || !mayBe(now, handed, swap)) {
            return Reply.problems(Map.of(PartsModal.WITH, TEXTS.say("swap.impossible")));
        }
        steps.save(change, group.get(), key.meeting(), handed.offering(swap));
        return Reply.onlyToYou(TEXTS.say("swap.asked", "who", user(swap.to())));
    }

    private Reply answered(Click click, boolean yes) {
        GroupId id = click.argument(GroupId::parse);
        SwapKey key = click.value(SwapKey::read);
        return changes.once(id, click.request(), Reply.KEPT, change -> {
            Handed handed = parts.of(id, key.meeting());
            Optional<Group> group = groups.find(id);
            Optional<Meeting> meeting = steps.ahead(change, key.meeting());
            boolean theirs = key.swap().to().equals(click.user());
            if (group.isEmpty()
                    || meeting.isEmpty()
                    || !theirs
                    || !handed.offers().contains(key.swap())) {
                return noLonger();
            }
            if (!yes) {
                steps.save(change, group.get(), key.meeting(), handed.withoutOffer(key.swap()));
                return Reply.none();
            }
            HandOut.Situation now = turns.situation(group.get(), meeting.get(), handed, parts.rules(id));
            if (!mayBe(now, handed, key.swap())) {
                return Reply.onlyToYou(TEXTS.say("swap.impossible-now"));
            }
            steps.save(
                    change,
                    group.get(),
                    key.meeting(),
                    handed.swapped(key.swap())
                            .noting(new Handed.Event(
                                    Handed.Event.Kind.SWAPPED,
                                    key.swap().from(),
                                    Optional.of(key.swap().mine()),
                                    change.now())));
            return Reply.none();
        });
    }

    private static Reply noLonger() {
        return Reply.onlyToYou(TEXTS.say("swap.gone"));
    }
}
