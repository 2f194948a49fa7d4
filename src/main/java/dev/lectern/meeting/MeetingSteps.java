package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Reply;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import java.util.List;
import java.util.Optional;

/** Finds the meeting that a button, a form or a step is about, and changes it once. */
final class MeetingSteps {
    private static final Texts TEXTS = Texts.of(MeetingSteps.class);

    final GroupStore groups;
    final MeetingStore meetings;
    final Changes changes;

    MeetingSteps(GroupStore groups, MeetingStore meetings, Changes changes) {
        this.groups = groups;
        this.meetings = meetings;
        this.changes = changes;
    }

    record Found(Group group, Meeting meeting) {}

    @FunctionalInterface
    interface Answering {
        Reply answer(Change change, Found found);
    }

    Optional<Found> find(GroupId group, MeetingId meeting) {
        return groups.find(group).flatMap(known -> meetings.find(group, meeting).map(found -> new Found(known, found)));
    }

    /** What lies ahead, earliest first. */
    List<Meeting> ahead(Change change) {
        return meetings.planned(change.group()).stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .toList();
    }

    /** What lies ahead and this person presents, or is asked to; earliest first. */
    List<Meeting> aheadOf(Change change, UserId presenter) {
        return ahead(change).stream()
                .filter(meeting -> Swap.isTheirs(meeting, presenter, change.now()))
                .toList();
    }

    /** A button of a direct message carries the group that it is about, and as its value the meeting. */
    Reply answer(Click click, Answering answering) {
        GroupId group = click.argument(GroupId::parse);
        MeetingId id = click.value(MeetingId::parse);
        return changes.once(
                group,
                click.request(),
                Reply.KEPT,
                change -> find(group, id)
                        .map(found -> answering.answer(change, found))
                        .orElseGet(MeetingSteps::gone));
    }

    static Reply gone() {
        return Reply.onlyToYou(TEXTS.say("meeting.gone"));
    }
}
