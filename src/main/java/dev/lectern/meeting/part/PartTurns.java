package dev.lectern.meeting.part;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.part.PartRules.Wanted;
import dev.lectern.meeting.rotation.Moves;
import dev.lectern.meeting.rotation.Rotation;
import dev.lectern.meeting.rotation.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose turn it is with each part, by the same rotation as presenting, and who can come. Any thread. */
final class PartTurns {
    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final TurnsReader presenting;
    private final Function<GroupId, BiPredicate<UserId, LocalDate>> absences;

    PartTurns(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            TurnsReader presenting,
            Function<GroupId, BiPredicate<UserId, LocalDate>> absences) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.presenting = presenting;
        this.absences = absences;
    }

    /** Everything that handing out for a meeting depends on. */
    HandOut.Situation situation(Group group, Meeting meeting, Handed before, PartRules rules) {
        BiPredicate<UserId, LocalDate> away = absences.apply(group.id());
        List<UserId> coming = group.members().stream()
                .filter(member -> !away.test(member, meeting.id().date()))
                .toList();
        return new HandOut.Situation(
                coming.stream()
                        .filter(member -> !before.declined().contains(member))
                        .toList(),
                coming,
                meeting.presenter().or(meeting::asked),
                Set.copyOf(parts.nominators(group.id(), meeting.id()).values()),
                orders(group, meeting, away, rules),
                rules);
    }

    private Map<String, List<UserId>> orders(
            Group group, Meeting meeting, BiPredicate<UserId, LocalDate> away, PartRules rules) {
        Map<UserId, LocalDate> joined = groups.joined(group);
        Map<MeetingId, Handed> handed = parts.all(group.id());
        List<Meeting> others = meetings.all(group.id()).stream()
                .filter(other -> other.state() != MeetingState.CANCELLED
                        && !other.id().equals(meeting.id())
                        && handed.containsKey(other.id()))
                .toList();
        Map<String, List<UserId>> orders = new HashMap<>();
        for (Wanted wanted : rules.wanted(meeting.papers().size())) {
            Part part = wanted.part();
            orders.put(
                    part.id(),
                    part.presents()
                            ? presenting.order(group, meeting, Set.of())
                            : new Rotation(joined, turns(part, others, handed), away, Moves.NONE)
                                    .order(meeting.id().date(), Set.of()));
        }
        return orders;
    }

    private static List<Turn> turns(Part part, List<Meeting> others, Map<MeetingId, Handed> handed) {
        List<Turn> turns = new ArrayList<>();
        for (Meeting other : others) {
            Handed there = handed.getOrDefault(other.id(), Handed.NOTHING);
            there.given().stream()
                    .filter(given -> given.part().id().equals(part.id())
                            && !given.members().isEmpty())
                    .forEach(given -> turns.add(new Turn(
                            other.id().date(), new HashSet<>(given.members()), busy(other, there, given.members()))));
        }
        return turns;
    }

    /** Who presented could not have had the part. */
    private static Set<UserId> busy(Meeting meeting, Handed there, List<UserId> takers) {
        Set<UserId> busy = new HashSet<>(Stream.concat(meeting.presenter().stream(), there.alsoPresenting().stream())
                .toList());
        takers.forEach(busy::remove);
        return busy;
    }
}
