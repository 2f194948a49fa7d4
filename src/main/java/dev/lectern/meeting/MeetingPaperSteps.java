package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartSteps;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Settles what a meeting reads, for whoever decides it. */
public final class MeetingPaperSteps {
    private final MeetingStore meetings;
    private final PartStore parts;
    private final BiFunction<GroupId, PaperId, Optional<UserId>> nominators;
    private final BiConsumer<Change, Meeting> shown;

    /**
     * @param nominators who nominated a paper that is about to be chosen; empty where nobody knows
     * @param shown has whatever else shows the meeting redrawn, as part of the same change
     */
    public MeetingPaperSteps(
            MeetingStore meetings,
            PartStore parts,
            BiFunction<GroupId, PaperId, Optional<UserId>> nominators,
            BiConsumer<Change, Meeting> shown) {
        this.meetings = meetings;
        this.parts = parts;
        this.nominators = nominators;
        this.shown = shown;
    }

    /** How many papers a group reads at one meeting. */
    public int papers(GroupId group) {
        return parts.rules(group).papers();
    }

    /** Settles what is read, in the order of reading: at least one. Otherwise like {@link #choose(Change, Meeting, PaperId)}. */
    public void choose(Change change, Meeting meeting, List<PaperId> papers) {
        save(change, meeting.withPapers(papers));
    }

    /** Settles what is read: saved, and shown to whoever presents or is asked to. */
    public void choose(Change change, Meeting meeting, PaperId paper) {
        save(change, meeting.withPaper(paper));
    }

    private void save(Change change, Meeting chosen) {
        meetings.save(change, chosen);
        Presenters.redraw(change, chosen);
        Map<PaperId, UserId> nominated = new HashMap<>(parts.nominators(change.group(), chosen.id()));
        chosen.papers()
                .forEach(paper ->
                        nominators.apply(change.group(), paper).ifPresent(member -> nominated.put(paper, member)));
        nominated.keySet().retainAll(new HashSet<>(chosen.papers()));
        parts.nominated(change, chosen.id(), nominated);
        PartSteps.whenSettled(change, chosen);
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
