package dev.lectern.ballot;

import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything about votes but voting itself: how they open, are managed, reminded of, and end, and by which rules. */
public final class LifeFeature implements Feature {
    private static final Texts TEXTS = Texts.of(LifeFeature.class);

    private final BallotSteps steps;
    private final ClosingSteps closing;
    private final RunnerUpSteps runnersUp;
    private final List<Feature> parts;

    /**
     * @param history answers {@code /papers ballot history}
     * @param names how a member is called, without a ping
     * @param secrets a new one each time, which nobody can guess
     */
    public LifeFeature(
            GroupStore groups,
            MeetingStore meetings,
            MeetingPaperSteps meeting,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            Changes changes,
            VotingRulesStore rules,
            Function<Command, Reply> history,
            Function<UserId, String> names,
            Supplier<String> secrets,
            InstantSource clock) {
        BallotStores stores = new BallotStores(groups, meetings, backlogs, ballots, papers, rules);
        BallotMessages messages = new BallotMessages(stores::paper, names);
        this.steps = new BallotSteps(stores, messages, secrets);
        this.closing = new ClosingSteps(stores, meeting, steps, new ResultMessages(stores::paper, messages));
        this.runnersUp = new RunnerUpSteps(stores, meeting);
        this.parts = List.of(
                new OpenNowFeature(stores, steps, changes),
                new NewBallotFeature(stores, steps, changes, clock),
                new ManageBallotFeature(stores, steps, closing, runnersUp, changes),
                new AddPaperFeature(stores, changes, clock),
                new VotingRulesFeature(stores, changes),
                new BallotHubFeature(stores, runnersUp, history, clock));
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        parts.forEach(part -> part.register(routes, on, drawings));
        on.register(BallotSteps.OPEN, Missed.DO_LATE, steps::open);
        on.register(BallotSteps.CLOSE, Missed.DO_LATE, closing::close);
        on.register(BallotSteps.EARLY, Missed.DO_LATE, closing::early);
        on.register(BallotSteps.REMIND, Missed.DO_LATE, steps::remind);
        on.register(RunnerUpSteps.CHECK, Missed.DO_LATE, runnersUp::check);
    }

    @Override
    public void words(Wording wording) {
        parts.forEach(part -> part.words(wording));
        wording.step(
                BallotSteps.OPEN,
                meeting -> new Wording.StepWords(
                        TEXTS.say("words.open.ahead", "day", MeetingText.day(meeting)),
                        TEXTS.say("words.open.failed", "day", MeetingText.day(meeting))));
        wording.step(
                BallotSteps.CLOSE,
                meeting -> new Wording.StepWords(
                        TEXTS.say("words.close.ahead", "day", MeetingText.day(meeting)),
                        TEXTS.say("words.close.failed", "day", MeetingText.day(meeting))));
        wording.step(
                BallotSteps.EARLY,
                ballot -> new Wording.StepWords(
                        TEXTS.say("words.early.ahead", "day", dayOf(ballot)),
                        TEXTS.say("words.early.failed", "day", dayOf(ballot))));
        wording.step(
                BallotSteps.REMIND,
                ballot -> new Wording.StepWords(
                        TEXTS.say("words.remind.ahead", "day", dayOf(ballot)),
                        TEXTS.say("words.remind.failed", "day", dayOf(ballot))));
        wording.step(
                RunnerUpSteps.CHECK,
                meeting -> new Wording.StepWords(
                        TEXTS.say("words.check.ahead", "day", MeetingText.day(meeting)),
                        TEXTS.say("words.check.failed", "day", MeetingText.day(meeting))));
        wording.message(BallotSteps.WAIT, () -> TEXTS.say("words.waits"));
        wording.message(BallotSteps.NONE, () -> TEXTS.say("words.nothing"));
        wording.message(BallotSteps.RESULT, () -> TEXTS.say("words.result"));
        wording.message(BallotSteps.REMIND, () -> TEXTS.say("words.reminder"));
        wording.message(ClosingSteps.QUORUM, () -> TEXTS.say("words.quorum"));
        wording.message(RunnerUpSteps.TAKES_OVER, () -> TEXTS.say("words.takes-over"));
    }

    /** A ballot's id begins with its meeting's. */
    private static String dayOf(String ballot) {
        return MeetingText.day(ballot.split("\\.", 2)[0]);
    }
}
