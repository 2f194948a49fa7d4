package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.Planner;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the next meetings planned, each with its steps on the group's timeline. */
public final class MeetingPlanner implements Planner {
    /** One to prepare, and the one after it to look ahead to. */
    private static final int AHEAD = 2;

    private static final int SLOTS = 6;
    private static final Duration APART = Duration.ofDays(4);

    private final MeetingStore meetings;
    private final List<TimelineStep> steps;
    private final BiPredicate<GroupId, MeetingId> begun;

    /** @param begun whether something happened for a meeting that a change of settings must not undo */
    public MeetingPlanner(MeetingStore meetings, List<TimelineStep> steps, BiPredicate<GroupId, MeetingId> begun) {
        this.meetings = meetings;
        this.steps = List.copyOf(steps);
        this.begun = begun;
    }

    @Override
    public void plan(Change change, Group group) {
        Map<MeetingId, Meeting> planned =
                meetings.planned(group.id()).stream().collect(Collectors.toMap(Meeting::id, Function.identity()));
        List<Meeting> kept = planned.values().stream()
                .filter(meeting -> isBegun(group.id(), meeting))
                .toList();
        List<ZonedDateTime> slots = slots(group, change.now(), planned, kept);
        List<MeetingId> wanted = slots.stream().map(MeetingId::of).toList();
        planned.values().stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .filter(meeting -> !wanted.contains(meeting.id()) && !kept.contains(meeting))
                .forEach(meeting -> callOff(change, meeting));
        for (ZonedDateTime slot : slots) {
            Meeting known = planned.get(MeetingId.of(slot));
            if (!kept.contains(known)) {
                put(
                        change,
                        group,
                        known == null
                                ? Meeting.planned(MeetingId.of(slot), slot.toInstant())
                                : known.at(slot.toInstant()));
            }
        }
    }

    /** The next slots: those that are planned, and others only while there is time for their vote. */
    private static List<ZonedDateTime> slots(
            Group group, Instant now, Map<MeetingId, Meeting> planned, List<Meeting> kept) {
        Series series = Series.of(
                group.settings(),
                group.createdAt().atZone(group.settings().zone()).toLocalDate());
        return series.after(now, SLOTS).stream()
                .filter(slot -> kept.stream().noneMatch(meeting -> crowds(slot, meeting)))
                .filter(slot -> planned.containsKey(MeetingId.of(slot))
                        || timeline(group, slot.toInstant()).ballotCloses().isAfter(now))
                .limit(AHEAD)
                .toList();
    }

    /** Another meeting right beside one that stays where it is would be one too many. */
    private static boolean crowds(ZonedDateTime slot, Meeting kept) {
        Duration apart = Duration.between(kept.start(), slot.toInstant()).abs();
        return !MeetingId.of(slot).equals(kept.id()) && apart.compareTo(APART) < 0;
    }

    private boolean isBegun(GroupId group, Meeting meeting) {
        return meeting.paper().isPresent() || meeting.presenter().isPresent() || begun.test(group, meeting.id());
    }

    private void put(Change change, Group group, Meeting meeting) {
        meetings.save(change, meeting);
        Timeline timeline = timeline(group, meeting.start());
        steps.stream()
                .filter(step -> step.applies().test(group.id()))
                .forEach(step -> change.schedule(
                        new Step(step.name(), meeting.id().value(), step.when().apply(timeline))));
    }

    private void callOff(Change change, Meeting meeting) {
        meetings.forget(change, meeting.id());
        steps.forEach(step -> change.unschedule(step.name(), meeting.id().value()));
    }

    public static Timeline timeline(Group group, Instant start) {
        return Timeline.of(start, group.settings().votingWindow());
    }
}
