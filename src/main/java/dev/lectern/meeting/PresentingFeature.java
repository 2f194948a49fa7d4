package dev.lectern.meeting;

import dev.lectern.group.GroupStore;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Routes;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.List;

/** Who presents: how members are asked, answer, swap, are away, and are chosen. */
public final class PresentingFeature implements Feature {
    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE =
            List.of(new TimelineStep(Presenters.ASK, Timeline::presenterAsked));

    private final List<Feature> features;

    public PresentingFeature(
            GroupStore groups,
            MeetingStore meetings,
            AbsenceStore absences,
            SwapStore swaps,
            PartStore parts,
            PaperStore papers,
            TurnsReader turns,
            Presenters presenters,
            Changes changes,
            WhoIsWho people,
            InstantSource clock) {
        MeetingSteps at = new MeetingSteps(groups, meetings, changes);
        Subject.Reader subjects = new Subject.Reader(papers, parts);
        AbsenceSteps away = new AbsenceSteps(at, absences, parts, presenters);
        this.features = List.of(
                new PresenterFeature(at, subjects, turns, absences, presenters),
                new AskingFeature(at, subjects, presenters, people.names()),
                new AwayFeature(at, absences, away),
                new NotBeforeFeature(at, away, presenters),
                new SwapFeature(at, swaps, absences, people),
                new SwapAnswerFeature(at, swaps, absences, presenters, clock),
                new AssignFeature(at, subjects, absences, presenters, people));
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        features.forEach(feature -> feature.register(routes, steps, drawings));
    }

    @Override
    public void words(Wording wording) {
        features.forEach(feature -> feature.words(wording));
    }
}
