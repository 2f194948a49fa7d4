package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.Planner;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.RuleSentence;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the next meetings of a timetable planned, each with its steps on the group's timeline. */
public final class MeetingPlanner implements Planner {
    /** One to prepare, and the one after it to look ahead to. */
    private static final int AHEAD = 2;

    /** More than there are before the next planning, even where a group meets every day and long prepares. */
    private static final int SLOTS = 40;

    private static final Duration APART = Duration.ofDays(4);

    private final MeetingStore meetings;
    private final TimetableStore timetables;
    private final List<TimelineStep> steps;
    private final BiPredicate<GroupId, MeetingId> begun;
    private final List<MoveSteps> moves;

    /**
     * @param begun whether something happened for a meeting that a change of settings must not undo
     * @param moves told of each meeting that is moved or called off by hand
     */
    public MeetingPlanner(
            MeetingStore meetings,
            TimetableStore timetables,
            List<TimelineStep> steps,
            BiPredicate<GroupId, MeetingId> begun,
            List<MoveSteps> moves) {
        this.meetings = meetings;
        this.timetables = timetables;
        this.steps = List.copyOf(steps);
        this.begun = begun;
        this.moves = List.copyOf(moves);
    }

    @Override
    public void plan(Change change, Group group) {
        plan(change, group, timetables.of(group));
    }

    @Override
    public Optional<String> meetsInstead(Group group) {
        return timetables
                .of(group)
                .find(Slot.FIRST)
                .filter(first -> !first.bySettings())
                .map(NamedRule::rule)
                .map(RuleSentence::of);
    }

    /** By a timetable that this change is about to save. */
    public void plan(Change change, Group group, Timetable timetable) {
        Map<MeetingId, Meeting> ahead = meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .collect(Collectors.toMap(Meeting::id, Function.identity()));
        List<Meeting> leftOver = new ArrayList<>();
        for (Meeting meeting : ahead.values()) {
            Optional<Occurrence> now = timetable.at(meeting.id().slot());
            if (now.isPresent()) {
                follow(change, group, meeting, now.get());
            } else if (timetable.isClosed(meeting.id().slot(), meeting.start())) {
                cancel(change, group, meeting);
            } else if (isBegun(group.id(), meeting)) {
                leftOver.add(meeting);
            } else {
                forget(change, meeting);
            }
        }
        wanted(group, change.now(), timetable, ahead, leftOver).stream()
                .filter(next -> !ahead.containsKey(MeetingId.of(next.slot())))
                .forEach(next -> put(
                        change,
                        group,
                        Meeting.planned(MeetingId.of(next.slot()), next.start()).lasting(next.length(), next.place())));
    }

    /** What has begun stays at its time, unless somebody moved this very meeting. */
    private void follow(Change change, Group group, Meeting meeting, Occurrence now) {
        boolean free = !isBegun(group.id(), meeting);
        Meeting there = meeting.lasting(now.length(), now.place());
        Meeting after = free || now.byHand() ? there.at(now.start()) : there;
        if (free || !after.equals(meeting)) {
            put(change, group, after);
        }
        if (!after.start().equals(meeting.start())) {
            Presenters.redraw(change, after);
            Presenters.waitAnew(change, group, after);
            after.presenter()
                    .ifPresent(who -> change.send(MeetingNewsMessages.moved(change.now(), group, meeting, after, who)));
            moves.forEach(others -> others.moved(change, group, meeting, after));
        }
    }

    private void cancel(Change change, Group group, Meeting meeting) {
        Meeting off = meeting.cancelled();
        meetings.save(change, off);
        unschedule(change, meeting);
        Presenters.stopWaiting(change, meeting);
        Presenters.redraw(change, off);
        off.presenter().ifPresent(who -> change.send(MeetingNewsMessages.off(change.now(), group, off, who)));
        moves.forEach(others -> others.calledOff(change, group, off));
    }

    /**
     * The next meetings: those that are planned or somebody put there, and others only while there is time for their
     * vote. Two, and as many more as have something to do before planning comes again, after the first of them.
     */
    private static List<Occurrence> wanted(
            Group group, Instant now, Timetable timetable, Map<MeetingId, Meeting> ahead, List<Meeting> leftOver) {
        List<Occurrence> possible = timetable.next(now, SLOTS).stream()
                .filter(next -> leftOver.stream().noneMatch(meeting -> crowds(next, meeting)))
                .filter(next -> next.byHand()
                        || ahead.containsKey(MeetingId.of(next.slot()))
                        || timeline(group, next.start()).ballotCloses().isAfter(now))
                .toList();
        List<Occurrence> wanted = new ArrayList<>();
        for (Occurrence next : possible) {
            if (wanted.size() < AHEAD || beginsBefore(group, next, wanted.get(0))) {
                wanted.add(next);
            }
        }
        return wanted;
    }

    private static boolean beginsBefore(Group group, Occurrence next, Occurrence first) {
        Timeline timeline = timeline(group, next.start());
        Instant planned = first.start().plus(first.length());
        return timeline.ballotOpens().isBefore(planned)
                || timeline.presenterAsked().isBefore(planned);
    }

    /** Another meeting of a series right beside one that an older rule left over would be one too many. */
    private static boolean crowds(Occurrence next, Meeting leftOver) {
        Duration apart = Duration.between(leftOver.start(), next.start()).abs();
        return next.slot().series().equals(leftOver.id().series()) && apart.compareTo(APART) < 0;
    }

    private boolean isBegun(GroupId group, Meeting meeting) {
        return meeting.paper().isPresent()
                || meeting.presenter().or(meeting::asked).isPresent()
                || begun.test(group, meeting.id());
    }

    private void put(Change change, Group group, Meeting meeting) {
        meetings.save(change, meeting);
        Timeline timeline = timeline(group, meeting);
        steps.stream()
                .filter(step -> step.applies().test(group.id()))
                .forEach(step -> change.schedule(
                        new Step(step.name(), meeting.id().value(), step.when().apply(timeline))));
    }

    private void forget(Change change, Meeting meeting) {
        meetings.forget(change, meeting.id());
        unschedule(change, meeting);
    }

    private void unschedule(Change change, Meeting meeting) {
        steps.forEach(step -> change.unschedule(step.name(), meeting.id().value()));
    }

    /** Of a meeting that starts then, and is as long as most. */
    public static Timeline timeline(Group group, Instant start) {
        return timeline(group, start, Meeting.USUAL_LENGTH);
    }

    public static Timeline timeline(Group group, Meeting meeting) {
        return timeline(group, meeting.start(), meeting.length());
    }

    private static Timeline timeline(Group group, Instant start, Duration length) {
        return Timeline.of(
                start,
                length,
                group.settings().zone(),
                group.settings().lead(),
                group.settings().votingWindow());
    }
}
