package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.Moves;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.meeting.rotation.Rotation;
import dev.lectern.meeting.rotation.Share;
import dev.lectern.meeting.rotation.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose turn it is to present, from what the stores know. Reads the group as it stands. Any thread. */
public final class TurnsReader {
    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final MovesStore moves;
    private final Function<GroupId, BiPredicate<UserId, LocalDate>> absences;

    /** @param absences of a group: who is away on which date */
    public TurnsReader(
            GroupStore groups,
            MeetingStore meetings,
            PartStore parts,
            MovesStore moves,
            Function<GroupId, BiPredicate<UserId, LocalDate>> absences) {
        this.groups = groups;
        this.meetings = meetings;
        this.parts = parts;
        this.moves = moves;
        this.absences = absences;
    }

    /**
     * Who could present at a meeting, in the order in which to ask.
     *
     * @param unavailable who is not to be asked besides those who are away on the day to which it may have been moved
     */
    public List<UserId> order(Group group, Meeting meeting, Set<UserId> unavailable) {
        return rotation(group, Optional.of(meeting.id()))
                .order(meeting.day(group.settings().zone()), unavailable);
    }

    /** How often a member presented before a meeting. */
    public Share share(Group group, Meeting meeting, UserId member) {
        return rotation(group, Optional.of(meeting.id()))
                .share(member, meeting.day(group.settings().zone()));
    }

    /** In the order in which they are next, for the next meeting that wants a presenter. */
    public List<Turnee> shares(Group group, LocalDate today) {
        Rotation rotation = rotation(group, Optional.empty());
        LocalDate next = next(group, today);
        return rotation.order(next, Set.of()).stream()
                .map(member -> new Turnee(member, rotation.share(member, next)))
                .toList();
    }

    private LocalDate next(Group group, LocalDate today) {
        return meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.wantsPresenter() && meeting.asked().isEmpty())
                .map(meeting -> meeting.day(group.settings().zone()))
                .filter(date -> !date.isBefore(today))
                .findFirst()
                .orElse(today.plusDays(1));
    }

    /** A member, and how often they presented. */
    public record Turnee(UserId who, Share share) {}

    /**
     * Who presents on each of these dates, if everybody says yes: whoever does or is asked already, and whose turn it is
     * on the others.
     *
     * @param dates of meetings ahead, in any order
     */
    public Map<LocalDate, UserId> plan(Group group, Collection<LocalDate> dates) {
        Map<LocalDate, UserId> plan = new HashMap<>();
        Map<LocalDate, List<UserId>> declined = new HashMap<>();
        meetings.planned(group.id()).forEach(meeting -> {
            declined.put(
                    meeting.id().date(),
                    Stream.concat(meeting.declined().stream(), meeting.presenting().silent().stream())
                            .toList());
            meeting.presenter()
                    .or(meeting::asked)
                    .ifPresent(who -> plan.put(meeting.id().date(), who));
        });
        List<LocalDate> open = dates.stream()
                .distinct()
                .filter(date -> !plan.containsKey(date))
                .toList();
        rotation(group, Optional.empty())
                .plan(open, declined)
                .forEach(planned -> planned.who().ifPresent(who -> plan.put(planned.when(), who)));
        plan.keySet().retainAll(new HashSet<>(dates));
        return plan;
    }

    /** The order with one step more, by hand: what to save. */
    public Moves moved(Group group, LocalDate today, boolean forward) {
        Moves now = moves.of(group.id());
        LocalDate next = next(group, today);
        List<UserId> order = rotation(group, Optional.empty()).order(next, Set.of());
        return forward ? now.forward(order, next) : now.back(order, next);
    }

    /** In which order members would be asked next if it were changed by hand like this. */
    public List<UserId> order(Group group, LocalDate today, Moves by) {
        return rotation(group, Optional.empty(), by).order(next(group, today), Set.of());
    }

    private Rotation rotation(Group group, Optional<MeetingId> without) {
        return rotation(group, without, moves.of(group.id()));
    }

    private Rotation rotation(Group group, Optional<MeetingId> without, Moves by) {
        return new Rotation(joined(group), turns(group, without), absences.apply(group.id()), by);
    }

    private Map<UserId, LocalDate> joined(Group group) {
        return groups.joined(group);
    }

    /** Who presented before, and who is to present, or asked to, at the meetings ahead. */
    private List<Turn> turns(Group group, Optional<MeetingId> without) {
        Map<MeetingId, List<UserId>> besides = parts.alsoPresenting(group.id());
        List<Turn> turns = new ArrayList<>();
        meetings.all(group.id()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED
                        && !Optional.of(meeting.id()).equals(without))
                .forEach(meeting -> {
                    Set<UserId> takers = new LinkedHashSet<>(besides.getOrDefault(meeting.id(), List.of()));
                    meeting.presenter()
                            .or(() -> meeting.state() == MeetingState.PLANNED ? meeting.asked() : Optional.empty())
                            .ifPresent(takers::add);
                    if (!takers.isEmpty()) {
                        turns.add(Turn.of(meeting.day(group.settings().zone()), takers));
                    }
                });
        return turns;
    }
}
