package dev.lectern.meeting;

import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;

/** Settles what a meeting reads, for whoever decides it. */
public final class MeetingPaperSteps {
    private final MeetingStore meetings;

    public MeetingPaperSteps(MeetingStore meetings) {
        this.meetings = meetings;
    }

    /** Settles what is read: saved, and shown to whoever presents or is asked to. */
    public void choose(Change change, Meeting meeting, PaperId paper) {
        Meeting chosen = meeting.withPaper(paper);
        meetings.save(change, chosen);
        Presenters.redraw(change, chosen);
    }

    /** What was to be read cannot be, and nothing takes its place: saved, and shown to whoever presents or is asked to. */
    public void drop(Change change, Meeting meeting) {
        Meeting open = meeting.withoutPaper();
        meetings.save(change, open);
        Presenters.redraw(change, open);
    }
}
