package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.text.Texts;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How one votes: by a tap on the message, or in a form where one sees the own vote, changes it, takes it back, abstains. */
public final class VotingFeature implements Feature {
    private static final Texts TEXTS = Texts.of(VotingFeature.class);

    private final BallotStore ballots;
    private final VotingReader reader;
    private final VotingModal forms;
    private final TapFeature taps;
    private final TallyFeature tally;

    public VotingFeature(GroupStore groups, BallotStore ballots, PaperStore papers, InstantSource clock) {
        this.ballots = ballots;
        this.reader = new VotingReader(groups, ballots, papers, clock);
        this.forms = new VotingModal(reader::paper);
        this.taps = new TapFeature(groups, ballots, reader);
        this.tally = new TallyFeature(ballots, reader);
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        taps.register(routes, on, drawings);
        tally.register(routes, on, drawings);
        routes.button(MyVoteText.MINE, this::open);
        routes.modal(VotingModal.SEND, this::send);
        routes.button(VotingModal.ABSTAIN, click -> castBy(click, new Choice.Whole(new Vote.Abstains())));
        routes.button(VotingModal.TAKE_BACK, click -> castBy(click, new Choice.TakeBack()));
        routes.button(VotingModal.RANK, click -> rank(click, draft -> draft.then(click.value(PaperId::parse))));
        routes.button(VotingModal.UNRANK, click -> rank(click, draft -> draft.without(click.value(PaperId::parse))));
        routes.button(VotingModal.UNDO, click -> rank(click, RankingDraft::undone));
        routes.button(VotingModal.LEVEL, click -> rank(click, RankingDraft::levelled));
        routes.button(VotingModal.START_AGAIN, click -> rank(click, draft -> RankingDraft.EMPTY));
    }

    /**
     * What a button is about whose action id names the ballot and, where it stands outside the group's channel and its
     * forms, the group after it.
     */
    static Optional<Voting> at(Click click, VotingReader reader) {
        GroupId group = click.arguments().size() < 2 ? click.group() : click.argument(1, GroupId::parse);
        return reader.of(group, click.argument(BallotId::parse), click.user());
    }

    private Reply open(Click click) {
        Optional<Voting> voting = at(click, reader);
        Optional<Cast.Reason> against = reader.against(voting, click.user());
        if (against.isEmpty()) {
            return Reply.opens(forms.form(voting.orElseThrow(), List.of()));
        }
        if (against.get() == Cast.Reason.CLOSED) {
            Voting over = voting.orElseThrow();
            return Reply.opens(forms.over(VoteRefusalText.closed(over.group(), over.ballot()), over.vote()));
        }
        return Reply.onlyToYou(VoteRefusalText.sentence(against.get()));
    }

    /** A button in the form that is a whole choice by itself. */
    private Reply castBy(Click click, Choice choice) {
        Optional<Voting> voting = at(click, reader);
        return voting.isEmpty()
                ? Reply.onlyToYou(VoteRefusalText.noSuchBallot())
                : cast(voting.get(), click.user(), click.request(), choice, List.of());
    }

    private Reply rank(Click click, UnaryOperator<RankingDraft> step) {
        Optional<VotingSlip> read = slip(click.metadata());
        if (read.isEmpty()) {
            return Reply.onlyToYou(VoteRefusalText.outdated());
        }
        VotingSlip slip = read.get();
        Optional<Voting> found = reader.of(slip.group(), slip.ballot(), click.user());
        Optional<Cast.Reason> against = reader.against(found, click.user());
        if (against.isPresent()) {
            return refused(against.get(), found, List.of());
        }
        Voting voting = found.orElseThrow();
        if (!voting.ballot().rules().ranks()) {
            return Reply.onlyToYou(VoteRefusalText.sentence(Cast.Reason.NOT_SO));
        }
        RankingDraft draft = step.apply(slip.draft());
        Set<PaperId> meant = new LinkedHashSet<>(slip.shown());
        meant.addAll(draft.vote().papers());
        Map<PaperId, PaperId> canonical = reader.canonical(meant);
        return Reply.opens(forms.ranking(
                voting,
                draft.knownAs(canonical).only(voting::offers),
                news(voting).since(slip.shown(), canonical)));
    }

    private Reply send(Submission submission) {
        Optional<VotingSlip> slip = slip(submission.metadata());
        if (slip.isEmpty()) {
            return Reply.onlyToYou(VoteRefusalText.outdated());
        }
        Optional<Voting> voting = reader.of(slip.get().group(), slip.get().ballot(), submission.user());
        // Whether it has closed, the store says: what was counted in time is answered the same when it comes again.
        Optional<Cast.Reason> against =
                reader.against(voting, submission.user()).filter(reason -> reason != Cast.Reason.CLOSED);
        if (against.isPresent()) {
            return refused(against.get(), voting, List.of());
        }
        return entered(voting.orElseThrow().ballot().rules(), slip.get(), submission)
                .map(vote -> send(voting.orElseThrow(), slip.get(), submission, vote))
                .orElseGet(() -> Reply.onlyToYou(VoteRefusalText.outdated()));
    }

    private static Optional<VotingSlip> slip(String metadata) {
        try {
            return Optional.of(VotingSlip.read(metadata));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Vote> entered(VotingRules rules, VotingSlip slip, Submission submission) {
        try {
            return Optional.of(rules.ranks() ? slip.draft().vote() : VotingFieldsModal.read(rules, submission));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply send(Voting voting, VotingSlip slip, Submission submission, Vote entered) {
        if (entered.isEmpty()) {
            return reader.against(Optional.of(voting), submission.user())
                    .map(reason -> refused(reason, Optional.of(voting), List.of()))
                    .orElseGet(() -> problem(submission, TEXTS.say("form.nothing")));
        }
        Set<PaperId> meant = new LinkedHashSet<>(slip.shown());
        meant.addAll(entered.papers());
        Map<PaperId, PaperId> canonical = reader.canonical(meant);
        Vote known = entered.knownAs(canonical);
        Vote vote = known.only(voting::offers);
        List<String> news = news(voting).with(slip.shown(), canonical, known.papers());
        if (vote.isEmpty()) {
            return Reply.opens(forms.form(voting, news));
        }
        Reply reply = cast(voting, submission.user(), submission.request(), new Choice.Whole(vote), news);
        return reply instanceof Reply.OnlyToYou only
                ? problem(submission, only.message().text())
                : reply;
    }

    /** Beside the first field; a form without fields says it on top. */
    private static Reply problem(Submission submission, String sentence) {
        return VotingFieldsModal.first(submission)
                .map(field -> Reply.problems(Map.of(field, sentence)))
                .orElseGet(() -> Reply.onlyToYou(sentence));
    }

    private Reply cast(Voting voting, UserId member, RequestId request, Choice choice, List<String> news) {
        GroupId group = voting.group().id();
        BallotId ballot = voting.ballot().id();
        Cast cast = ballots.cast(group, request, ballot, member, choice, BallotSteps.redraw(voting.group(), ballot));
        if (cast instanceof Cast.Counted counted) {
            return Reply.opens(forms.counted(voting.with(counted.now()), news));
        }
        return refused(((Cast.Refused) cast).reason(), reader.of(group, ballot, member), news);
    }

    /** In the form's place where it is of no use any more; else on top of it, so that nothing entered is lost. */
    private Reply refused(Cast.Reason reason, Optional<Voting> voting, List<String> news) {
        if (voting.isPresent() && reason == Cast.Reason.CLOSED) {
            Voting over = voting.get();
            String sentence = VoteRefusalText.closedBeforeForm(over.group(), over.ballot());
            return Reply.opens(forms.over(sentence, over.vote()));
        }
        if (voting.isPresent() && reason == Cast.Reason.NOT_ON_BALLOT) {
            return Reply.opens(forms.form(voting.get(), news));
        }
        return Reply.onlyToYou(
                reason == Cast.Reason.TOO_MANY
                        ? VoteRefusalText.tooMany(voting.orElseThrow().ballot().rules())
                        : VoteRefusalText.sentence(reason));
    }

    private VotingNewsText news(Voting voting) {
        return new VotingNewsText(voting, reader::find);
    }
}
