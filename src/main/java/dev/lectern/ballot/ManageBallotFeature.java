package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import java.util.Optional;

/** The organizer puts off, ends or calls off a vote, and lets the runner-up take over. */
final class ManageBallotFeature implements Feature {
    private static final Texts TEXTS = Texts.of(ManageBallotFeature.class);

    static final String MANAGE = "ballot.manage/1";
    static final String RUNNER_UP = "ballot.runnerup/1";

    private final BallotStores stores;
    private final BallotSteps steps;
    private final ClosingSteps closing;
    private final RunnerUpSteps runnersUp;
    private final Changes changes;

    ManageBallotFeature(
            BallotStores stores, BallotSteps steps, ClosingSteps closing, RunnerUpSteps runnersUp, Changes changes) {
        this.stores = stores;
        this.steps = steps;
        this.closing = closing;
        this.runnersUp = runnersUp;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(MANAGE, this::opens);
        routes.modal(ManageBallotModal.CALLBACK, this::putOff);
        routes.button(ManageBallotModal.CLOSE_NOW, click -> inForm(click, this::closeNow));
        routes.button(ManageBallotModal.CANCEL, click -> inForm(click, this::cancel));
        routes.button(RUNNER_UP, this::takeRunnerUp);
    }

    private Reply opens(Click click) {
        BallotId id = click.argument(BallotId::parse);
        return OrganizerText.organizing(
                stores.groups().find(click.group()),
                click.user(),
                group -> stores.ballots()
                        .find(click.group(), id)
                        .filter(ballot -> ballot.state() == BallotState.OPEN)
                        .map(ballot -> Reply.opens(ManageBallotModal.of(
                                group,
                                ballot,
                                stores.ballots().votes(click.group(), id).turnout())))
                        .orElseGet(ManageBallotFeature::over));
    }

    private static Reply over() {
        return Reply.onlyToYou(TEXTS.say("manage.over"));
    }

    @FunctionalInterface
    private interface Managing {
        Reply manage(Change change, ForMeeting round, Ballot ballot);
    }

    /** Does something to an open ballot, once for the same request; only for the organizer. */
    private Reply manage(GroupId groupId, BallotId id, UserId who, RequestId request, Managing managing) {
        return changes.once(
                groupId,
                request,
                Reply.KEPT,
                change -> OrganizerText.organizing(
                        stores.groups().find(groupId),
                        who,
                        group -> stores.ballots()
                                .find(groupId, id)
                                .filter(ballot -> ballot.takesVotesAt(change.now()))
                                .flatMap(ballot -> stores.planned(groupId, ballot.meeting())
                                        .<Reply>map(round -> managing.manage(change, round, ballot)))
                                .orElseGet(ManageBallotFeature::over)));
    }

    @FunctionalInterface
    private interface Deciding {
        Reply decide(Change change, ForMeeting round, Ballot ballot, UserId by);
    }

    private Reply inForm(Click click, Deciding deciding) {
        BallotId id = click.argument(BallotId::parse);
        Reply reply = manage(
                click.group(),
                id,
                click.user(),
                click.request(),
                (change, round, ballot) -> deciding.decide(change, round, ballot, click.user()));
        return AnswerModal.of(ManageBallotModal.title(), reply);
    }

    private Reply putOff(Submission sent) {
        FormPlace place = FormPlace.read(sent.metadata());
        Reply reply = manage(
                place.group(),
                BallotId.parse(place.about()),
                sent.user(),
                sent.request(),
                (change, round, ballot) -> putOff(change, round, ballot, sent));
        return AnswerModal.of(ManageBallotModal.title(), reply);
    }

    private Reply putOff(Change change, ForMeeting round, Ballot ballot, Submission sent) {
        Group group = round.group();
        DeadlineForm.Parsed parsed = NewBallotModal.deadline(sent)
                .parse(group.settings().zone(), ballot.closes(), round.meeting().start());
        if (parsed instanceof DeadlineForm.Valid valid) {
            steps.putOff(
                    change,
                    group,
                    ballot,
                    valid.deadline(),
                    BallotEvent.of(BallotEvent.Kind.EXTENDED, sent.user(), change.now())
                            .until(valid.deadline()));
            return Reply.onlyToYou(TEXTS.say(
                    "manage.done.put-off",
                    "closes",
                    date(valid.deadline(), group.settings().zone())));
        }
        return Reply.problems(NewBallotModal.beside((DeadlineForm.Invalid) parsed));
    }

    private Reply closeNow(Change change, ForMeeting round, Ballot ballot, UserId by) {
        closing.end(change, round, ballot.noting(BallotEvent.of(BallotEvent.Kind.CLOSED, by, change.now())));
        return Reply.onlyToYou(TEXTS.say("manage.done.closed"));
    }

    private Reply cancel(Change change, ForMeeting round, Ballot ballot, UserId by) {
        BallotSteps.unschedule(change, ballot);
        stores.ballots()
                .end(change, ballot.cancelled().noting(BallotEvent.of(BallotEvent.Kind.CANCELLED, by, change.now())));
        change.send(BallotSteps.redraw(round.group(), ballot.id()));
        return Reply.onlyToYou(TEXTS.say("manage.done.cancelled"));
    }

    /** The button's value is the paper that falls out, so that a second click does not make the next one fall, too. */
    private Reply takeRunnerUp(Click click) {
        BallotId id = click.argument(BallotId::parse);
        PaperId fallen = click.value(PaperId::parse);
        return changes.once(
                click.group(),
                click.request(),
                Reply.KEPT,
                change -> OrganizerText.organizing(
                        stores.groups().find(click.group()),
                        click.user(),
                        group -> stores.ballots()
                                .find(group.id(), id)
                                .flatMap(ballot -> stores.planned(group.id(), ballot.meeting())
                                        .filter(round -> isAhead(change, round.meeting(), fallen))
                                        .<Reply>map(round -> takeRunnerUp(change, round, ballot, click.user())))
                                .orElseGet(() -> nothingFalls(group.id(), id, fallen))));
    }

    private Reply nothingFalls(GroupId group, BallotId id, PaperId fallen) {
        return stores.ballots()
                .find(group, id)
                .filter(ballot -> ballot.offers(fallen))
                .flatMap(Ballot::verdict)
                .flatMap(Verdict::winner)
                .filter(reads -> !reads.equals(fallen))
                .map(reads -> Reply.onlyToYou(
                        TEXTS.say("manage.replaced-before", "title", PaperText.link(stores.paper(reads)))))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("manage.not-next")));
    }

    private static boolean isAhead(Change change, Meeting meeting, PaperId fallen) {
        return meeting.start().isAfter(change.now())
                && meeting.paper().filter(fallen::equals).isPresent();
    }

    private Reply takeRunnerUp(Change change, ForMeeting round, Ballot ballot, UserId by) {
        Optional<PaperId> next = runnersUp.next(round, ballot);
        if (next.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("manage.nothing-else"));
        }
        runnersUp.takeOver(change, round, ballot, next.get(), by);
        return Reply.onlyToYou(TEXTS.say("manage.replaced", "title", PaperText.link(stores.paper(next.get()))));
    }
}
