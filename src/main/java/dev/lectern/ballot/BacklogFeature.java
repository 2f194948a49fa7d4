package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.Timeline;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperFinder;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.Standing;
import dev.lectern.paper.Trust;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Shorten;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nominating papers, and what has been nominated. */
public final class BacklogFeature implements Feature {
    private static final String DROP = "ballot.drop/1";
    private static final Duration GATHERING = Duration.ofHours(1);
    private static final int SHOWN = 15;
    private static final int LONGEST_QUOTE = 100;
    /** Of words that more titles have, nobody means one of them. */
    private static final int MOST_LIKELY = 100;

    private static final int CHOICES = 5;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final StandingsReader standings;
    private final PaperStore papers;
    private final PaperSearch search;
    private final Changes changes;
    private final InstantSource clock;
    private final BringSteps brought;

    /** @param lookUp asks the sources about a paper, slowly; empty where none are set up */
    public BacklogFeature(
            GroupStore groups,
            MeetingStore meetings,
            BacklogStore backlogs,
            BallotStore ballots,
            PaperStore papers,
            PaperSearch search,
            Changes changes,
            InstantSource clock,
            BringStore bringings,
            Optional<Function<Names, Lookups.Answer>> lookUp) {
        this.groups = groups;
        this.meetings = meetings;
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.standings = new StandingsReader(backlogs, ballots, meetings);
        this.papers = papers;
        this.search = search;
        this.changes = changes;
        this.clock = clock;
        this.brought = new BringSteps(groups, bringings, papers, this::nominate, lookUp);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command(
                "nominate", "nominate [link, id or title]", "puts a paper forward for the next vote", this::nominate);
        routes.command("backlog", "backlog", "shows what is nominated", this::backlog);
        routes.button(
                PaperText.NOMINATE,
                click -> nominate(click.subject(), click.request(), click.user(), click.value(PaperId::parse)));
        routes.button(DROP, this::drop);
        steps.register(BringSteps.NAME, Missed.DO_LATE, brought::run);
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
        Optional<Names> named = namesIn(command.rest());
        Optional<PaperId> known = named.flatMap(papers::byNames);
        if (known.isPresent()) {
            return nominate(command.group(), command.request(), command.user(), known.get());
        }
        if (named.isPresent()) {
            return bring(command, named.get());
        }
        List<Paper> likely = likely(command.rest());
        PaperFinder.Found found = PaperFinder.find(likely, command.rest());
        if (found instanceof PaperFinder.One one) {
            return nominate(
                    command.group(),
                    command.request(),
                    command.user(),
                    one.paper().id());
        }
        if (found instanceof PaperFinder.Several several) {
            return choose(
                    several.best(), several.total() + " papers match “" + quoted(command.rest()) + "”. Which one?");
        }
        Optional<Paper> formerTitle = papers.byTitle(NormalizedTitle.of(command.rest()))
                .flatMap(papers::find)
                .filter(paper -> paper.isKnownOn(today()));
        if (formerTitle.isPresent()) {
            return nominate(
                    command.group(),
                    command.request(),
                    command.user(),
                    formerTitle.get().id());
        }
        return misspelt(likely, command.rest())
                .orElseGet(() -> Reply.onlyToYou(
                        "No paper that I know matches “" + quoted(command.rest()) + "”. Try other words "
                                + "of its title, or bring it: `/papers nominate <arXiv link> <its title>`."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Those whose titles have these words or words that begin so, or that somebody may have meant by them. */
    private List<Paper> likely(String words) {
        Reader reader = new Reader(today(), Set.of());
        return papers.findAll(search.completing(words, reader, MOST_LIKELY).stream()
                .map(PaperSearch.Hit::id)
                .toList());
    }

    private static Optional<Reply> misspelt(List<Paper> likely, String words) {
        return likely.isEmpty()
                ? Optional.empty()
                : Optional.of(choose(
                        likely.subList(0, Math.min(CHOICES, likely.size())),
                        "No title has the words “" + quoted(words) + "”. Did you mean one of these?"));
    }

    /** @param question in mrkdwn */
    static Reply choose(List<Paper> among, String question) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(question));
        among.forEach(paper -> blocks.add(section(PaperCard.of(paper).entry()).with(PaperText.nominateButton(paper))));
        blocks.add(context("More words of the title, or `/papers nominate` alone, find others."));
        return only(question + " " + PaperText.titles(among) + ".", blocks);
    }

    private static String quoted(String words) {
        return line(Shorten.plain(words, LONGEST_QUOTE));
    }

    /** A paper that a member brings: nobody here knows more than what they wrote, until the sources were asked. */
    private Reply bring(Command command, Names names) {
        String title = titleIn(command.rest());
        if (!title.isEmpty()) {
            return bringTitled(command, names, title);
        }
        return lookUp(command.group(), command.request(), command.user(), names);
    }

    /** Asks the sources about a paper that nobody here knows, and nominates it when they have answered. */
    Reply lookUp(GroupId group, RequestId request, UserId user, Names names) {
        if (!brought.canLookUp()) {
            return Reply.onlyToYou("I don't know " + BringSteps.written(names)
                    + " yet. Write its title behind the link, " + "and I will: `/papers nominate <link> <its title>`.");
        }
        return changes.once(group, request, Reply.KEPT, change -> {
            brought.schedule(change, request, new Bringing(names, user, false, 0));
            return Reply.onlyToYou("Looking up " + BringSteps.written(names)
                    + " … I nominate it for you, and send you a direct message when that is done.");
        });
    }

    /** Nominated as it was written; what the sources say of it replaces that later. */
    private Reply bringTitled(Command command, Names names, String title) {
        Draft typed = Draft.titled(title).withNames(names).toldBy(Trust.TYPED);
        PaperId id = papers.save(typed, clock.instant()).id();
        Paper paper = papers.find(id).orElseThrow(() -> new IllegalStateException("the paper " + id + " is gone"));
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            brought.schedule(change, command.request(), new Bringing(names, command.user(), true, 0));
            return nominate(change, group.get(), command.user(), paper);
        });
    }

    /** By the first link or id; also a bare id with a title beside it. */
    private static Optional<Names> namesIn(String text) {
        return PastedLink.in(text).stream()
                .map(PastedLink::names)
                .findFirst()
                .or(() -> Stream.of(text.split("\\s+"))
                        .flatMap(word -> ArxivId.find(word).stream())
                        .findFirst()
                        .map(Names.NONE::withArxiv));
    }

    /** What stands beside the link or id. */
    private static String titleIn(String text) {
        return Stream.of(text.replaceAll("<https?:[^<>]*>", " ").split("\\s+"))
                .filter(word -> namesIn(word).isEmpty() && !word.matches("(?i)(?:arxiv|doi):"))
                .collect(Collectors.joining(" "))
                .strip();
    }

    Reply nominate(GroupId id, RequestId request, UserId user, PaperId paperId) {
        Optional<Paper> paper = papers.find(paperId);
        if (paper.isEmpty()) {
            return Reply.onlyToYou("I no longer know this paper. `/papers nominate <link or title>` brings it back.");
        }
        return changes.once(
                id,
                request,
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> nominate(change, group, user, paper.get()))
                        .orElseGet(GroupFeature::noGroup));
    }

    private Reply nominate(Change change, Group group, UserId user, Paper paper) {
        Optional<String> settled = settled(standings.of(group.id(), paper.id()));
        if (settled.isPresent()) {
            return Reply.onlyToYou("*" + PaperText.link(paper) + "* is " + settled.get() + ". Nominate another.");
        }
        Backlog.Addition addition = backlogs.find(group.id()).add(new Nomination(paper.id(), user, change.now()));
        if (addition instanceof Backlog.AlreadyThere there) {
            String by =
                    there.first().by().equals(user) ? "you" : user(there.first().by());
            return Reply.onlyToYou("*" + PaperText.link(paper) + "* is nominated already, by " + by + ".");
        }
        backlogs.save(change, addition.backlog());
        openWaitingBallot(change, group, addition.backlog());
        int size = addition.backlog().nominations().size();
        return Reply.onlyToYou("Nominated *" + PaperText.link(paper) + "*. The backlog has "
                + (size == 1 ? "1 paper" : size + " papers") + ". `/papers backlog` shows it.");
    }

    /** What makes nominating it pointless. */
    private static Optional<String> settled(Standing standing) {
        if (standing instanceof Standing.Read read) {
            return Optional.of("read already, on " + PaperText.day(read.meeting()));
        }
        return standing instanceof Standing.Chosen chosen
                ? Optional.of("chosen already, for " + PaperText.day(chosen.meeting()))
                : Optional.empty();
    }

    /** A vote whose hour has come waits for its second paper, and then a little for more. */
    private void openWaitingBallot(Change change, Group group, Backlog backlog) {
        if (backlog.nominations().size() != Ballot.FEWEST_CANDIDATES) {
            return;
        }
        meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.paper().isEmpty()
                        && ballots.find(group.id(), BallotId.of(meeting.id())).isEmpty())
                .filter(meeting -> {
                    Timeline timeline = MeetingPlanner.timeline(group, meeting.start());
                    return !timeline.ballotOpens().isAfter(change.now())
                            && timeline.ballotCloses().isAfter(change.now());
                })
                .findFirst()
                .ifPresent(meeting -> change.schedule(new Step(
                        BallotSteps.OPEN,
                        meeting.id().value(),
                        opening(change.now(), MeetingPlanner.timeline(group, meeting.start())))));
    }

    private static Instant opening(Instant now, Timeline timeline) {
        Instant gathered = now.plus(GATHERING);
        return gathered.plus(GATHERING).isBefore(timeline.ballotCloses()) ? gathered : now;
    }

    private Reply backlog(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        List<Nomination> nominations = backlogs.find(command.group()).nominations();
        if (nominations.isEmpty()) {
            return Reply.onlyToYou(
                    "The backlog is empty. Nominate from the digest, or with " + "`/papers nominate <link or title>`.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Nominated for the next votes*, earliest first"));
        List<Paper> known = new ArrayList<>();
        Standings now = standings.of(command.group());
        for (Nomination nomination : nominations.subList(0, Math.min(SHOWN, nominations.size()))) {
            papers.find(nomination.paper()).ifPresent(paper -> {
                known.add(paper);
                blocks.addAll(entry(nomination, paper, now, group.get(), command.user()));
            });
        }
        if (nominations.size() > SHOWN) {
            blocks.add(context("… and " + (nominations.size() - SHOWN) + " more."));
        }
        return only("Nominated: " + PaperText.titles(known) + ".", blocks);
    }

    private List<Block> entry(Nomination nomination, Paper paper, Standings now, Group group, UserId reader) {
        Block about = section(
                PaperCard.of(paper).in(now.of(paper.id())).naming(Mrkdwn::user).entry());
        return mayDrop(nomination, group, reader)
                ? List.of(about, actions(PaperText.detailsButton(paper), dropButton(paper)))
                : List.of(about, actions(PaperText.detailsButton(paper)));
    }

    private static dev.lectern.slack.block.Button dropButton(Paper paper) {
        return button("Take off", DROP, paper.id().value()).spokenAs(PaperText.spoken("Take off ", paper));
    }

    private static boolean mayDrop(Nomination nomination, Group group, UserId user) {
        return nomination.by().equals(user) || group.organizer().equals(user);
    }

    private Reply drop(Click click) {
        PaperId clicked = click.value(PaperId::parse);
        PaperId paper = papers.find(clicked).map(Paper::id).orElse(clicked);
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(click.group());
            Backlog backlog = backlogs.find(click.group());
            Optional<Nomination> nomination = backlog.find(paper);
            if (group.isEmpty() || nomination.isEmpty()) {
                return Reply.onlyToYou("This paper is off the backlog already.");
            }
            if (!mayDrop(nomination.get(), group.get(), click.user())) {
                return Reply.onlyToYou("Only who nominated a paper, or the organizer, takes it off.");
            }
            backlogs.save(change, backlog.remove(paper));
            ballots.open(click.group()).stream()
                    .filter(ballot -> ballot.offers(paper))
                    .forEach(ballot -> takeOff(change, group.get(), ballot, paper));
            return Reply.onlyToYou(
                    "Taken off: " + papers.find(paper).map(PaperText::link).orElse("the paper") + ".");
        });
    }

    private void takeOff(Change change, Group group, Ballot ballot, PaperId paper) {
        ballots.save(change, ballot.without(paper).orElseGet(ballot::cancelled));
        change.send(BallotSteps.redraw(group, ballot.id()));
    }

    private static Reply only(String text, List<Block> blocks) {
        return new Reply.OnlyToYou(Limits.fit(Message.of(text, blocks)));
    }
}
