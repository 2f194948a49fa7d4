package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Changes a group's timetable for its organizer: meetings are planned anew, and the channel is told who did what. */
final class TimetableSteps {
    private static final Texts TEXTS = Texts.of(TimetableSteps.class);
    static final String NOTE = "timetable";

    private final GroupStore groups;
    private final TimetableStore timetables;
    private final HolidayLinkSteps.Replanning planner;
    private final GroupLogStore log;
    private final Changes changes;

    TimetableSteps(
            GroupStore groups,
            TimetableStore timetables,
            HolidayLinkSteps.Replanning planner,
            GroupLogStore log,
            Changes changes) {
        this.groups = groups;
        this.timetables = timetables;
        this.planner = planner;
        this.log = log;
        this.changes = changes;
    }

    @FunctionalInterface
    interface Deciding {
        Outcome decide(Group group, Timetable timetable, Instant now);
    }

    /** What the answer is to an outcome. */
    @FunctionalInterface
    interface Answering {
        Reply answer(Outcome outcome);
    }

    /** Once for the same request; a refusal for everybody but the organizer. */
    Reply once(GroupId id, UserId who, RequestId request, Deciding deciding, Answering answering) {
        return changes.once(
                id,
                request,
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> HubText.refusal(group, who).orElseGet(() -> {
                            Timetable before = timetables.of(group);
                            Outcome outcome = deciding.decide(group, before, change.now());
                            if (outcome instanceof Outcome.Changed changed) {
                                note(change, who, group, before, changed);
                                write(change, group, who, request, changed);
                            } else if (outcome instanceof Outcome.Begun begun) {
                                begun.also().ifPresent(also -> {
                                    note(change, who, group, before, also);
                                    write(change, group, who, request, also);
                                });
                                begun.effect().in(change, who, request);
                            }
                            return answering.answer(outcome);
                        }))
                        .orElseGet(GroupFeature::noGroup));
    }

    private void note(Change change, UserId who, Group group, Timetable before, Outcome.Changed changed) {
        log.note(change, who, TimetableChanges.between(before, changed.timetable()));
        changed.group().ifPresent(after -> log.note(change, who, SettingsChange.between(group, after)));
    }

    private void write(Change change, Group before, UserId who, RequestId request, Outcome.Changed changed) {
        Group group = changed.group().orElse(before);
        changed.group().ifPresent(other -> groups.save(change, other));
        timetables.save(change, changed.timetable());
        planner.plan(change, group, changed.timetable());
        Optional<Instant> next = changed.timetable().next(change.now(), 1).stream()
                .map(Occurrence::start)
                .findFirst();
        change.send(Outbound.toChannel(
                        NOTE + "/" + request.value(),
                        group.id().channel(),
                        () -> note(
                                changed.trace().by(user(who)),
                                next,
                                group.settings().zone()))
                .notTwice());
    }

    static Message note(String what, Optional<Instant> next, ZoneId zone) {
        String text = next.map(start -> TEXTS.say("note", "what", what, "next", HubText.when(start, zone)))
                .orElseGet(() -> TEXTS.say("note.none-ahead", "what", what));
        return Message.of(text, section(text));
    }
}
