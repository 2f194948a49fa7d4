package dev.lectern.meeting;

import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import java.util.function.BiConsumer;

/** Settles what a meeting reads, for whoever decides it. */
public final class MeetingPaperSteps {
    private final MeetingStore meetings;
    private final BiConsumer<Change, Meeting> shown;

    /** @param shown has whatever else shows the meeting redrawn, as part of the same change */
    public MeetingPaperSteps(MeetingStore meetings, BiConsumer<Change, Meeting> shown) {
        this.meetings = meetings;
        this.shown = shown;
    }

    /** Settles what is read: saved, and shown to whoever presents or is asked to. */
    public void choose(Change change, Meeting meeting, PaperId paper) {
        Meeting chosen = meeting.withPaper(paper);
        meetings.save(change, chosen);
        Presenters.redraw(change, chosen);
        shown.accept(change, chosen);
    }

    /** What was to be read cannot be, and nothing takes its place: saved, and shown to whoever presents or is asked to. */
    public void drop(Change change, Meeting meeting) {
        Meeting open = meeting.withoutPaper();
        meetings.save(change, open);
        Presenters.redraw(change, open);
        shown.accept(change, open);
    }
}
