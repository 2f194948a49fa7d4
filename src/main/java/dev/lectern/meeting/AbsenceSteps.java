package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.meeting.part.PartSteps;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.work.Change;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What follows from an absence for the dates that it covers. Reads the group as it stands; writes to the change. */
final class AbsenceSteps {
    private final MeetingSteps at;
    private final AbsenceStore absences;
    private final PartStore parts;
    private final Presenters presenters;

    AbsenceSteps(MeetingSteps at, AbsenceStore absences, PartStore parts, Presenters presenters) {
        this.at = at;
        this.absences = absences;
        this.parts = parts;
        this.presenters = presenters;
    }

    /** The meetings ahead, within the absence, that the member said they present. */
    List<Meeting> promised(Change change, Group group, Absence absence) {
        return covered(change, group, absence).stream()
                .filter(meeting -> meeting.presents(absence.who()))
                .toList();
    }

    /** Those that the absence covers and that are the member's to give back. */
    private List<Meeting> covered(Change change, Group group, Absence absence) {
        return at.ahead(change).stream()
                .filter(meeting -> absence.covers(meeting.day(group.settings().zone())))
                .filter(meeting -> meeting.presents(absence.who()) || meeting.asks(absence.who()))
                .toList();
    }

    /** Noted; the member's dates in it are free, and others are asked. Answers which dates those were. */
    List<Meeting> begin(Change change, Group group, Absence absence) {
        return begin(change, group, absence, Optional.empty());
    }

    /** Like {@link #begin(Change, Group, Absence)}, but for a meeting that the same change writes otherwise. */
    List<Meeting> begin(Change change, Group group, Absence absence, MeetingId besides) {
        return begin(change, group, absence, Optional.of(besides));
    }

    private List<Meeting> begin(Change change, Group group, Absence absence, Optional<MeetingId> besides) {
        note(change, group, absence);
        List<Meeting> free = covered(change, group, absence).stream()
                .filter(meeting -> !besides.equals(Optional.of(meeting.id())))
                .toList();
        free.forEach(meeting -> presenters.free(change, group, meeting, absence.who()));
        return free;
    }

    /** Noted; the member's parts in it go to others. */
    private void note(Change change, Group group, Absence absence) {
        ZoneId zone = group.settings().zone();
        absences.add(change, absence, change.now().atZone(zone).toLocalDate());
        at.ahead(change).stream()
                .filter(meeting -> absence.covers(meeting.day(zone)))
                .filter(meeting -> parts.of(group.id(), meeting.id()).members().contains(absence.who()))
                .forEach(meeting -> PartSteps.handAgain(change, meeting));
    }
}
