package dev.lectern.meeting.part;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.Presenters;
import dev.lectern.slack.Outbound;
import dev.lectern.work.Change;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Hands parts out, again where something changed, and shows who has which. Reads the group as it stands. */
public final class PartSteps {
    /** Hands out a meeting's parts, or brings them in line with what changed since. */
    public static final String HAND = "part.hand";
    /** The channel's list. */
    static final String LIST = "part.list";
    /** A member's own parts. */
    static final String YOURS = "part.yours";
    /** An offer to swap. */
    static final String SWAP = "part.swap";

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final PartTurns turns;
    private final BiConsumer<Change, MeetingId> presenting;

    /** @param presenting told of a meeting at which others present than did, besides its presenter */
    PartSteps(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            PartTurns turns,
            BiConsumer<Change, MeetingId> presenting) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.turns = turns;
        this.presenting = presenting;
    }

    /** Once it is settled who presents what, the parts need not wait any longer. Harmless where a group has none. */
    public static void whenSettled(Change change, Meeting meeting) {
        if (meeting.presenter().isPresent() && meeting.paper().isPresent()) {
            handAgain(change, meeting);
        }
    }

    /** Somebody can't have their part by what this change writes: a step at once gives it to another. */
    public static void handAgain(Change change, Meeting meeting) {
        change.schedule(new Step(HAND, meeting.id().value(), change.now()));
    }

    void hand(Step step, Change change) {
        groups.find(change.group())
                .ifPresent(group -> ahead(change, MeetingId.parse(step.key()))
                        .ifPresent(meeting -> fill(change, group, meeting, parts.of(group.id(), meeting.id()))));
    }

    Optional<Meeting> ahead(Change change, MeetingId id) {
        return meetings.find(change.group(), id)
                .filter(meeting -> meeting.state() == MeetingState.PLANNED
                        && meeting.start().isAfter(change.now()));
    }

    /** Hands out what is not handed out of a meeting's parts, going on from what is; saved and shown. */
    void fill(Change change, Group group, Meeting meeting, Handed from) {
        PartRules rules = parts.rules(group.id());
        Handed filled =
                HandOut.fill(from, rules.wanted(meeting.papers().size()), turns.situation(group, meeting, from, rules));
        if (!filled.given().isEmpty() || !from.given().isEmpty()) {
            save(change, group, meeting.id(), filled);
        }
    }

    /** Saves who has what at a meeting, and shows it to whomever it concerns, where it was shown before, too. */
    void save(Change change, Group group, MeetingId meeting, Handed now) {
        Handed before = parts.of(group.id(), meeting);
        parts.save(change, meeting, now);
        change.send(Outbound.shownIn(group.id().channel(), LIST, meeting.value()));
        if (!now.alsoPresenting().equals(before.alsoPresenting())) {
            // Whose half is the first one, and who has the other, stands in the presenter's own note.
            meetings.find(group.id(), meeting).ifPresent(found -> Presenters.redraw(change, found));
            presenting.accept(change, meeting);
        }
        Set<UserId> concerned = new LinkedHashSet<>(now.members());
        concerned.addAll(before.members());
        concerned.forEach(member -> change.send(yours(meeting, member)));
        Set<Handed.Swap> offers = new LinkedHashSet<>(before.offers());
        offers.addAll(now.offers());
        offers.stream()
                .filter(swap -> !before.offers().contains(swap) || !now.offers().contains(swap))
                .forEach(swap -> change.send(offer(meeting, swap)));
    }

    static Outgoing yours(MeetingId meeting, UserId member) {
        return Outbound.shownTo(member, YOURS, meeting + "/" + member);
    }

    static Outgoing offer(MeetingId meeting, Handed.Swap swap) {
        return Outbound.shownTo(swap.to(), SWAP, new SwapKey(meeting, swap).write());
    }

    /** Everybody's parts of a meeting anew: whoever had a part comes last for it. Who gave one back gets none. */
    void again(Change change, Group group, Meeting meeting, UserId by) {
        Handed before = parts.of(group.id(), meeting.id());
        PartRules rules = parts.rules(group.id());
        Handed none = before.withGiven(List.of())
                .noting(new Handed.Event(Handed.Event.Kind.HANDED_AGAIN, by, Optional.empty(), change.now()));
        HandOut.Situation now = turns.situation(group, meeting, none, rules).passing(before);
        save(
                change,
                group,
                meeting.id(),
                HandOut.fill(none, rules.wanted(meeting.papers().size()), now));
    }

    /** Somebody left, or is away from now on: the parts that they can't have any more go to others. */
    public void freed(Change change, Group group, UserId who) {
        meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .forEach(meeting -> {
                    Handed handed = parts.of(group.id(), meeting.id());
                    if (handed.members().contains(who)) {
                        fill(change, group, meeting, handed);
                    }
                });
    }
}
