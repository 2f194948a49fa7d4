package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.Paper;
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
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A member puts one more paper on a vote that is open, where the group wants that. */
final class AddPaperFeature implements Feature {
    private static final Texts TEXTS = Texts.of(AddPaperFeature.class);

    static final String ADD = "ballot.add/1";

    private final BallotStores stores;
    private final Changes changes;
    private final InstantSource clock;
    private final AdditionFitness fitness;

    AddPaperFeature(BallotStores stores, Changes changes, InstantSource clock) {
        this.stores = stores;
        this.changes = changes;
        this.clock = clock;
        this.fitness = new AdditionFitness(stores);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(ADD, this::opens);
        routes.modal(AddPaperModal.CALLBACK, this::sent);
    }

    private Reply opens(Click click) {
        BallotId id = click.argument(BallotId::parse);
        return stores.groups()
                .find(click.group())
                .map(group -> stores.ballots()
                        .find(group.id(), id)
                        .map(ballot -> PaperAddition.refusal(ballot, group, click.user(), clock.instant())
                                .map(refusal -> Reply.onlyToYou(sentence(refusal, group, ballot, click.user())))
                                .orElseGet(() -> Reply.opens(AddPaperModal.of(group, ballot))))
                        .orElseGet(AddPaperFeature::gone))
                .orElseGet(GroupFeature::noGroup);
    }

    private static Reply gone() {
        return Reply.onlyToYou(VoteRefusalText.noSuchBallot());
    }

    private String sentence(PaperAddition.Refusal refusal, Group group, Ballot ballot, UserId user) {
        return switch (refusal) {
            case CLOSED -> TEXTS.say("add.over");
            case NOT_A_MEMBER -> TEXTS.say("add.members-only");
            case NOT_BY_THE_RULES -> TEXTS.say("add.not-here");
            case TOO_LATE ->
                TEXTS.say(
                        "add.too-late",
                        "until",
                        date(ballot.additionsUntil(), group.settings().zone()));
            case ADDED_ONE_BEFORE -> TEXTS.say("add.one-each", "paper", added(ballot, user));
            case FULL -> TEXTS.say("add.full", "papers", Ballot.MOST_CANDIDATES);
        };
    }

    private String added(Ballot ballot, UserId user) {
        return PaperText.linkOr(
                PaperAddition.addedBy(ballot, user).flatMap(stores.papers()::find), TEXTS.say("life.trace.paper"));
    }

    private Reply sent(Submission sent) {
        FormPlace place = FormPlace.read(sent.metadata());
        Written written = written(place.group(), sent);
        if (written.problem().isPresent()) {
            return Reply.problems(written.problem().get());
        }
        Reply reply = changes.once(place.group(), sent.request(), Reply.KEPT, change -> {
            Optional<Group> group = stores.groups().find(place.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            return stores.ballots()
                    .find(place.group(), BallotId.parse(place.about()))
                    .map(ballot -> add(change, group.get(), ballot, sent.user(), written))
                    .orElseGet(AddPaperFeature::gone);
        });
        return AnswerModal.of(AddPaperModal.title(), reply);
    }

    /** The paper that a form names, or what to write instead, by field. */
    private record Written(String field, Optional<PaperId> paper, Optional<Map<String, String>> problem) {
        static Written of(String field, PaperId paper) {
            return new Written(field, Optional.of(paper), Optional.empty());
        }

        static Written problem(String field, String sentence) {
            return new Written(field, Optional.empty(), Optional.of(Map.of(field, sentence)));
        }
    }

    private Written written(GroupId group, Submission sent) {
        Optional<String> picked = sent.value(AddPaperModal.PAPER).filter(value -> !value.isBlank());
        if (picked.isPresent()) {
            return picked.map(PaperId::parse)
                    .flatMap(stores.papers()::find)
                    .filter(paper -> paper.isKnownIn(group))
                    .map(paper -> Written.of(AddPaperModal.PAPER, paper.id()))
                    .orElseGet(() -> Written.problem(AddPaperModal.PAPER, TEXTS.say("nominate.choose")));
        }
        return sent.value(AddPaperModal.LINK)
                .filter(text -> !text.isBlank())
                .map(text -> written(group, text))
                .orElseGet(() -> Written.problem(AddPaperModal.PAPER, TEXTS.say("add.choose")));
    }

    private Written written(GroupId group, String text) {
        WrittenPaper paper = WrittenPaper.read(text);
        Optional<PaperId> known = paper.names().isPresent()
                ? stores.papers().byNames(paper.names().get(), group)
                : stores.papers().byTitle(NormalizedTitle.of(text), group);
        if (known.isPresent()) {
            return Written.of(AddPaperModal.LINK, known.get());
        }
        if (paper.names().isEmpty()) {
            return Written.problem(AddPaperModal.LINK, TEXTS.say("add.unknown-title"));
        }
        if (paper.title().isEmpty()) {
            return Written.problem(AddPaperModal.LINK, TEXTS.say("add.unknown-link"));
        }
        return Written.of(
                AddPaperModal.LINK,
                stores.papers()
                        .saveTyped(paper.title(), paper.names().get(), group, clock.instant())
                        .id());
    }

    private Reply add(Change change, Group group, Ballot ballot, UserId user, Written written) {
        Optional<PaperAddition.Refusal> refusal = PaperAddition.refusal(ballot, group, user, change.now());
        if (refusal.isPresent()) {
            return Reply.onlyToYou(sentence(refusal.get(), group, ballot, user));
        }
        Paper paper = stores.paper(written.paper().orElseThrow());
        Optional<String> unfit = fitness.against(group, ballot, paper, change.now());
        if (unfit.isPresent()) {
            return Reply.problems(Map.of(written.field(), unfit.get()));
        }
        Nomination nomination = nominated(change, user, paper.id());
        stores.ballots()
                .save(
                        change,
                        ballot.adding(nomination)
                                .noting(BallotEvent.of(BallotEvent.Kind.PAPER_ADDED, user, change.now())
                                        .about(paper.id())));
        change.send(BallotSteps.redraw(group, ballot.id()));
        return Reply.onlyToYou(TEXTS.say("add.done", "title", PaperText.link(paper)));
    }

    /** The nomination that stands; a new one where nobody nominated the paper before. */
    private Nomination nominated(Change change, UserId user, PaperId paper) {
        Backlog backlog = stores.backlogs().find(change.group());
        Backlog.Addition addition = backlog.add(new Nomination(paper, user, change.now()));
        if (addition instanceof Backlog.Added added) {
            stores.backlogs().save(change, added.backlog());
        }
        return addition.backlog().find(paper).orElseThrow();
    }
}
