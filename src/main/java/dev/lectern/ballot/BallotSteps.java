package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A ballot's life until it ends: it opens on the backlog, and reminds those who have not voted. */
final class BallotSteps {
    static final String OPEN = "ballot.open";
    static final String CLOSE = "ballot.close";
    /** The reminder's step, by ballot, and the messages that it sends. */
    static final String REMIND = "ballot.remind";
    /** Looks whether all have voted, by ballot; {@link BallotStore#cast} plans it. */
    static final String EARLY = "ballot.early";

    static final String DRAWING = "ballot";
    static final String WAIT = "ballot.wait";
    static final String NONE = "ballot.none";
    static final String RESULT = "ballot.result";
    /** On a phone, more than ten is a list nobody reads to its end. */
    static final int CANDIDATES = 10;

    private static final Duration ON_TIME = Duration.ofHours(1);

    private final BallotStores stores;
    private final BallotMessages messages;
    private final Supplier<String> secrets;

    /** @param secrets a new one each time, which nobody can guess */
    BallotSteps(BallotStores stores, BallotMessages messages, Supplier<String> secrets) {
        this.stores = stores;
        this.messages = messages;
        this.secrets = secrets;
    }

    void open(Step step, Change change) {
        stores.planned(change.group(), MeetingId.parse(step.key()))
                .filter(round -> round.meeting().paper().isEmpty())
                .ifPresent(round -> open(step, change, round));
    }

    private void open(Step step, Change change, ForMeeting round) {
        Instant closes =
                MeetingPlanner.timeline(round.group(), round.meeting().start()).ballotCloses();
        if (!stores.of(change.group(), round.meeting().id()).isEmpty() || !closes.isAfter(change.now())) {
            return;
        }
        List<Nomination> candidates = candidates(change);
        if (candidates.size() >= Ballot.FEWEST_CANDIDATES) {
            open(change, round, candidates, closes, stores.rules().of(change.group()), Optional.empty());
        } else if (step.at().plus(ON_TIME).isAfter(change.now())) {
            change.send(post(WAIT, round, () -> messages.waiting(candidates.size(), round.group(), round.meeting()))
                    .notTwice());
        }
    }

    /**
     * Opens a ballot for a meeting that has none open; there must be two candidates.
     *
     * @param by who opened it; empty where it opens by the timeline
     */
    Ballot open(
            Change change,
            ForMeeting round,
            List<Nomination> candidates,
            Instant closes,
            VotingRules rules,
            Optional<UserId> by) {
        Meeting meeting = round.meeting();
        int before = stores.of(change.group(), meeting.id()).size();
        Ballot opened = Ballot.open(
                BallotId.of(meeting.id(), before + 1),
                meeting.id(),
                candidates,
                change.now(),
                closes,
                rules,
                secrets.get());
        Ballot ballot = by.map(who -> opened.noting(BallotEvent.of(BallotEvent.Kind.OPENED, who, change.now())))
                .orElse(opened);
        stores.ballots().open(change, ballot, secrets.get());
        change.schedule(new Step(CLOSE, meeting.id().value(), closes));
        if (rules.reminds()) {
            VoteReminder.of(ballot.opens(), closes, round.group().settings().zone())
                    .ifPresent(at -> schedule(change, REMIND, ballot.id(), at));
        }
        change.send(redraw(round.group(), ballot.id()));
        return ballot;
    }

    /** Another deadline for a ballot that is open: its steps move along. */
    void putOff(Change change, Group group, Ballot ballot, Instant deadline, BallotEvent event) {
        stores.ballots().save(change, ballot.closingAt(deadline).noting(event));
        change.schedule(new Step(CLOSE, ballot.meeting().value(), deadline));
        if (ballot.rules().reminds()) {
            VoteReminder.putOff(ballot.opens(), deadline, group.settings().zone(), change.now())
                    .ifPresent(at -> schedule(change, REMIND, ballot.id(), at));
        }
        change.send(redraw(group, ballot.id()));
    }

    private static void schedule(Change change, String name, BallotId ballot, Instant at) {
        change.schedule(new Step(name, ballot.value(), at));
    }

    /** Leaves nothing to do for a ballot that is over. */
    static void unschedule(Change change, Ballot ballot) {
        change.unschedule(CLOSE, ballot.meeting().value());
        change.unschedule(REMIND, ballot.id().value());
        change.unschedule(EARLY, ballot.id().value());
    }

    /** What can be read of the backlog, without what is on another ballot just now. */
    List<Nomination> candidates(Change change) {
        return eligible(change.group(), change.now()).stream().limit(CANDIDATES).toList();
    }

    /** What could be put on a ballot, in the order in which a ballot takes it. */
    List<Nomination> eligible(GroupId group, Instant now) {
        List<Prospect> prospects = new ProspectsReader(stores.backlogs(), stores.ballots()).of(group, now);
        Set<PaperId> out = new HashSet<>(
                stores.withdrawn(prospects.stream().map(Prospect::paper).toList()));
        stores.ballots().open(group).stream()
                .flatMap(ballot -> ballot.candidates().stream().map(Nomination::paper))
                .forEach(out::add);
        return Candidates.inOrder(prospects, nomination -> out.contains(nomination.paper()));
    }

    void remind(Step step, Change change) {
        stores.ballots()
                .find(change.group(), BallotId.parse(step.key()))
                .filter(ballot -> ballot.takesVotesAt(change.now()))
                .ifPresent(ballot -> stores.planned(change.group(), ballot.meeting())
                        .ifPresent(round -> remind(change, round, ballot)));
    }

    private void remind(Change change, ForMeeting round, Ballot ballot) {
        stores.ballots()
                .notVoted(change.group(), ballot, round.group().members())
                .forEach(member -> change.send(Outbound.toMember(
                                REMIND + "/" + ballot.id() + "/" + member,
                                member,
                                () -> LifeMessages.reminder(ballot, round, stores::paper))
                        .notTwice()));
    }

    static Outgoing.Post post(String what, ForMeeting round, Supplier<Message> message) {
        return Outbound.toChannel(
                what + "/" + round.meeting().id(), round.group().id().channel(), message);
    }

    static Outgoing redraw(Group group, BallotId ballot) {
        return Outbound.shownIn(group.id().channel(), DRAWING, ballot.value());
    }
}
