package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Names;
import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperFinder;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.source.Lookups;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.Typeahead;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The ways to nominate: a button, a link, id or title, and a form that offers titles while one types.
 */
public final class NominateFeature implements Feature {
    private static final Texts TEXTS = Texts.of(NominateFeature.class);

    /** As many as one looks through. */
    private static final int OFFERED = 25;

    private static final int LONGEST_QUOTE = 100;
    /** Of words that more titles have, nobody means one of them. */
    private static final int MOST_LIKELY = 100;

    private static final int CHOICES = 5;

    private final GroupStore groups;
    private final PaperStore papers;
    private final PaperSearch search;
    private final NominationSteps nominations;
    private final BringSteps brought;
    private final Changes changes;
    private final InstantSource clock;

    /** @param lookUp asks the sources about a paper, slowly; empty where none are set up */
    public NominateFeature(
            GroupStore groups,
            PaperStore papers,
            PaperSearch search,
            NominationSteps nominations,
            BringStore bringings,
            Optional<Function<Names, Lookups.Answer>> lookUp,
            Changes changes,
            InstantSource clock) {
        this.groups = groups;
        this.papers = papers;
        this.search = search;
        this.nominations = nominations;
        this.brought = new BringSteps(groups, bringings, papers, nominations::nominate, lookUp, changes);
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("nominate", "nominate [link, id or title]", () -> TEXTS.say("nominate.help"), this::nominate);
        routes.button(
                PaperText.NOMINATE,
                click -> nominations.nominate(
                        click.subject(), click.request(), click.user(), click.value(PaperId::parse)));
        routes.suggestions(NominateModal.TITLES, this::titles);
        routes.modal(NominateModal.CALLBACK, this::picked);
        brought.register(steps);
    }

    @Override
    public void words(Wording wording) {
        BringSteps.words(wording);
    }

    private Reply nominate(Command command) {
        if (groups.find(command.group()).isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (command.rest().isEmpty()) {
            return Reply.opens(NominateModal.of(command.group()));
        }
        WrittenPaper written = WrittenPaper.read(command.rest());
        Optional<PaperId> known = written.names().flatMap(names -> papers.byNames(names, command.group()));
        if (known.isPresent()) {
            return nominations.nominate(command.group(), command.request(), command.user(), known.get());
        }
        if (written.names().isPresent()) {
            return bring(command, written.names().get(), written.title());
        }
        List<Paper> likely = likely(command.group(), command.rest());
        PaperFinder.Found found = PaperFinder.find(likely, command.rest());
        if (found instanceof PaperFinder.One one) {
            return nominations.nominate(
                    command.group(),
                    command.request(),
                    command.user(),
                    one.paper().id());
        }
        if (found instanceof PaperFinder.Several several) {
            return choose(
                    several.best(),
                    TEXTS.say("nominate.several", "papers", several.total(), "words", quoted(command.rest())),
                    TEXTS.say("nominate.others"));
        }
        Optional<Paper> formerTitle = papers.byTitle(NormalizedTitle.of(command.rest()), command.group())
                .flatMap(papers::find)
                .filter(paper -> paper.isKnownOn(today()));
        if (formerTitle.isPresent()) {
            return nominations.nominate(
                    command.group(),
                    command.request(),
                    command.user(),
                    formerTitle.get().id());
        }
        return misspelt(likely, command.rest())
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("nominate.none", "words", quoted(command.rest()))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Those whose titles have these words or words that begin so, or that somebody may have meant by them. */
    private List<Paper> likely(GroupId group, String words) {
        Reader reader = new Reader(today(), Set.of(), Optional.of(group));
        return papers.findAll(search.completing(words, reader, MOST_LIKELY).stream()
                .map(PaperSearch.Hit::id)
                .toList());
    }

    private static Optional<Reply> misspelt(List<Paper> likely, String words) {
        return likely.isEmpty()
                ? Optional.empty()
                : Optional.of(choose(
                        likely.subList(0, Math.min(CHOICES, likely.size())),
                        TEXTS.say("nominate.misspelt", "words", quoted(words)),
                        TEXTS.say("nominate.others")));
    }

    /** @param question in mrkdwn @param otherwise what to do if it is none of these */
    private static Reply choose(List<Paper> among, String question, String otherwise) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(question));
        among.forEach(paper -> blocks.add(section(PaperCard.of(paper).entry()).with(PaperText.nominateButton(paper))));
        blocks.add(context(otherwise));
        return new Reply.OnlyToYou(Limits.fit(Message.of(
                TEXTS.say("nominate.text", "question", question, "titles", PaperText.titles(among)), blocks)));
    }

    private static String quoted(String words) {
        return line(Shorten.plain(words, LONGEST_QUOTE));
    }

    /** A paper that a member brings: nobody here knows more than what they wrote, until the sources were asked. */
    private Reply bring(Command command, Names names, String title) {
        if (!title.isEmpty()) {
            return bringTitled(command, names, title);
        }
        return lookUp(command.group(), command.request(), command.user(), names);
    }

    /** Asks the sources about a paper that nobody here knows, and nominates it when they have answered. */
    private Reply lookUp(GroupId group, RequestId request, UserId user, Names names) {
        if (!brought.canLookUp()) {
            return Reply.onlyToYou(TEXTS.say("nominate.untold", "name", BringSteps.written(names)));
        }
        return changes.once(group, request, Reply.KEPT, change -> {
            brought.schedule(change, request, Bringing.of(names, user, false));
            return Reply.onlyToYou(TEXTS.say("nominate.looking-up", "name", BringSteps.written(names)));
        });
    }

    /** Nominated as it was written; what the sources say of it replaces that later. */
    private Reply bringTitled(Command command, Names names, String title) {
        PaperId id =
                papers.saveTyped(title, names, command.group(), clock.instant()).id();
        Paper paper = papers.get(id);
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            brought.schedule(change, command.request(), Bringing.of(names, command.user(), true));
            return nominations.nominate(change, group.get(), command.user(), paper);
        });
    }

    private List<Option> titles(Typeahead typing) {
        Reader reader = new Reader(today(), Set.of(), Optional.of(typing.group()));
        List<PaperId> found = search.completing(typing.typed(), reader, OFFERED).stream()
                .map(PaperSearch.Hit::id)
                .toList();
        return papers.findAll(found).stream()
                .map(paper -> option(PaperText.title(paper), paper.id().value()))
                .toList();
    }

    private Reply picked(Submission submission) {
        Optional<PaperId> paper = submission.value(NominateModal.PAPER).map(PaperId::parse);
        if (paper.isEmpty()) {
            return Reply.problems(Map.of(NominateModal.PAPER, TEXTS.say("nominate.choose")));
        }
        Reply reply = nominations.nominate(
                GroupId.parse(submission.metadata()), submission.request(), submission.user(), paper.get());
        return reply instanceof Reply.OnlyToYou only ? Reply.opens(NominateModal.answer(only.message())) : reply;
    }
}
