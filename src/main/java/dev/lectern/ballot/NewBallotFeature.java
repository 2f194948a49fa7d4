package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The organizer opens a vote by hand: on chosen papers, until a chosen time, by rules of its own. */
final class NewBallotFeature implements Feature {
    private static final Texts TEXTS = Texts.of(NewBallotFeature.class);

    static final String OPENS = "ballot.new/1";

    private final BallotStores stores;
    private final BallotSteps steps;
    private final Changes changes;
    private final InstantSource clock;

    NewBallotFeature(BallotStores stores, BallotSteps steps, Changes changes, InstantSource clock) {
        this.stores = stores;
        this.steps = steps;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(OPENS, this::opens);
        routes.modal(NewBallotModal.CALLBACK, this::sent);
    }

    private Reply opens(Click click) {
        return OrganizerText.organizing(stores.groups().find(click.group()), click.user(), this::form);
    }

    private Reply form(Group group) {
        Instant now = clock.instant();
        Optional<Meeting> meeting = stores.nextWithoutPaper(group, now);
        if (meeting.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("open-now.nothing"));
        }
        Optional<Reply> refusal = open(group, meeting.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<PaperId> eligible = papers(steps.eligible(group.id(), now));
        if (eligible.size() < Ballot.FEWEST_CANDIDATES) {
            return Reply.onlyToYou(TEXTS.say("new.too-few", "papers", eligible.size()));
        }
        ForMeeting round = new ForMeeting(group, meeting.get());
        return Reply.opens(NewBallotModal.of(
                round,
                stores.papers().findAll(eligible),
                eligible.stream().limit(BallotSteps.CANDIDATES).toList(),
                OpenedByHand.deadline(now, group, meeting.get()),
                stores.rules().of(group.id())));
    }

    private Optional<Reply> open(Group group, Meeting meeting) {
        return stores.open(group.id(), meeting.id())
                .map(ballot -> Reply.onlyToYou(TEXTS.say(
                        "new.open",
                        "closes",
                        date(ballot.closes(), group.settings().zone()))));
    }

    private static List<PaperId> papers(List<Nomination> nominations) {
        return nominations.stream().map(Nomination::paper).toList();
    }

    private Reply sent(Submission sent) {
        FormPlace place = FormPlace.read(sent.metadata());
        Reply reply = changes.once(
                place.group(),
                sent.request(),
                Reply.KEPT,
                change -> OrganizerText.organizing(
                        stores.groups().find(place.group()), sent.user(), group -> open(change, group, place, sent)));
        return AnswerModal.of(NewBallotModal.title(), reply);
    }

    private Reply open(Change change, Group group, FormPlace place, Submission sent) {
        Optional<ForMeeting> round = planned(group.id(), place.about())
                .filter(found -> found.meeting().paper().isEmpty()
                        && found.meeting().start().isAfter(change.now()));
        if (round.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("new.settled"));
        }
        return open(group, round.get().meeting()).orElseGet(() -> open(change, round.get(), sent));
    }

    private Optional<ForMeeting> planned(GroupId group, String meeting) {
        return stores.planned(group, MeetingId.parse(meeting));
    }

    private Reply open(Change change, ForMeeting round, Submission sent) {
        Group group = round.group();
        Map<String, String> problems = new LinkedHashMap<>();
        List<Nomination> candidates = chosen(sent);
        papersProblem(sent, candidates).ifPresent(problem -> problems.put(NewBallotModal.PAPERS, problem));
        DeadlineForm.Parsed deadline = NewBallotModal.deadline(sent)
                .parse(group.settings().zone(), change.now(), round.meeting().start());
        if (deadline instanceof DeadlineForm.Invalid invalid) {
            problems.putAll(NewBallotModal.beside(invalid));
        }
        VotingRulesForm.Parsed rules =
                VotingRulesModal.read(sent).parse(group.members().size());
        if (rules instanceof VotingRulesForm.Invalid invalid) {
            problems.putAll(VotingRulesModal.beside(invalid.problems()));
        }
        if (deadline instanceof DeadlineForm.Valid closes
                && rules instanceof VotingRulesForm.Valid valid
                && problems.isEmpty()) {
            steps.open(change, round, candidates, closes.deadline(), valid.rules(), Optional.of(sent.user()));
            return Reply.onlyToYou(TEXTS.say("open-now.opened", "papers", candidates.size()));
        }
        return Reply.problems(problems);
    }

    private List<Nomination> chosen(Submission sent) {
        Set<PaperId> wanted = sent.values(NewBallotModal.PAPERS).stream()
                .map(PaperId::parse)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<PaperId, PaperId> known = stores.papers().canonical(wanted);
        Set<PaperId> now =
                wanted.stream().map(paper -> known.getOrDefault(paper, paper)).collect(Collectors.toSet());
        return steps.eligible(FormPlace.read(sent.metadata()).group(), clock.instant()).stream()
                .filter(nomination -> now.contains(nomination.paper()))
                .toList();
    }

    private static Optional<String> papersProblem(Submission sent, List<Nomination> candidates) {
        int wanted = sent.values(NewBallotModal.PAPERS).size();
        if (candidates.size() > Ballot.MOST_CANDIDATES) {
            return Optional.of(TEXTS.say("new.too-many", "papers", Ballot.MOST_CANDIDATES));
        }
        if (candidates.size() >= Ballot.FEWEST_CANDIDATES) {
            return Optional.empty();
        }
        return Optional.of(
                wanted > candidates.size() ? TEXTS.say("new.gone") : TEXTS.say("new.choose", "chosen", wanted));
    }
}
