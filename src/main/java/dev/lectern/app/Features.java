package dev.lectern.app;

import dev.lectern.ballot.BacklogFeature;
import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.BallotFeature;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.BringStore;
import dev.lectern.ballot.EarlyEndSteps;
import dev.lectern.ballot.LifeFeature;
import dev.lectern.ballot.MovedBallotSteps;
import dev.lectern.ballot.NominateFeature;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.NominationSteps;
import dev.lectern.ballot.RecordFeature;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.ballot.VoteStateText;
import dev.lectern.ballot.VotingFeature;
import dev.lectern.ballot.VotingLogText;
import dev.lectern.ballot.VotingRulesStore;
import dev.lectern.digest.DigestFeature;
import dev.lectern.digest.DigestStore;
import dev.lectern.digest.PaperFeature;
import dev.lectern.digest.PersonalDigestStore;
import dev.lectern.discover.ElsewhereFeature;
import dev.lectern.discover.ElsewhereStore;
import dev.lectern.discover.LinksFeature;
import dev.lectern.discover.SearchFeature;
import dev.lectern.discover.SharedPapersStore;
import dev.lectern.discover.ShelvesFeature;
import dev.lectern.discussion.DiscussionFeature;
import dev.lectern.discussion.DiscussionRulesStore;
import dev.lectern.discussion.DiscussionSteps;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.discussion.HeldPart;
import dev.lectern.group.Departures;
import dev.lectern.group.GoneFeature;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.LanguageFeature;
import dev.lectern.group.LogFeature;
import dev.lectern.group.MemberLanguageStore;
import dev.lectern.group.OrganizersFeature;
import dev.lectern.group.Setting;
import dev.lectern.group.SetupFeature;
import dev.lectern.meeting.AbsenceStore;
import dev.lectern.meeting.LeavingFeature;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MovedSwapSteps;
import dev.lectern.meeting.Presenters;
import dev.lectern.meeting.PresentingFeature;
import dev.lectern.meeting.ScheduleFeature;
import dev.lectern.meeting.ScheduleMessages;
import dev.lectern.meeting.SwapStore;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.hub.HolidayLinkStore;
import dev.lectern.meeting.hub.MeetingHubFeature;
import dev.lectern.meeting.hub.TimetableLogText;
import dev.lectern.meeting.part.MovedPartSteps;
import dev.lectern.meeting.part.PartFeature;
import dev.lectern.meeting.part.PartLogText;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.FollowedListsStore;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.remember.ArchiveFeature;
import dev.lectern.remember.ArchiveReader;
import dev.lectern.remember.KinMessages;
import dev.lectern.remember.KinReader;
import dev.lectern.remember.LifeReader;
import dev.lectern.remember.RecallFeature;
import dev.lectern.remember.RecallLogText;
import dev.lectern.remember.RecallPlanner;
import dev.lectern.remember.RecallStore;
import dev.lectern.remember.StatisticsFeature;
import dev.lectern.saved.SavedFeature;
import dev.lectern.saved.SavedPapers;
import dev.lectern.saved.SavedStore;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeFeature;
import dev.lectern.slack.People;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.surface.GroupsHomeFeature;
import dev.lectern.surface.HelpFeature;
import dev.lectern.surface.HintFeature;
import dev.lectern.surface.HintStore;
import dev.lectern.surface.MentionFeature;
import dev.lectern.surface.RunFeature;
import dev.lectern.surface.ShortcutsFeature;
import dev.lectern.surface.TurnsHomeFeature;
import dev.lectern.surface.WelcomeFeature;
import dev.lectern.taste.DismissalStore;
import dev.lectern.taste.Signals;
import dev.lectern.taste.TasteFeature;
import dev.lectern.taste.Tastes;
import dev.lectern.taste.TopicVectors;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** All that Lectern can do, put together by hand: which feature stands on which stores, and who tells whom. */
final class Features {
    private final Lectern.Ground ground;
    private final Changes changes;
    private final People people;
    private final UnifiedJedis redis;
    private final Clock clock;
    private final GroupStore groups;
    private final GroupLogStore log;
    private final PaperStore papers;
    private final MeetingStore meetings;
    private final PartStore parts;
    private final AbsenceStore absences;
    private final SwapStore swaps;
    private final TimetableStore timetables;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final DiscussionStore discussions;
    private final StandingsReader standings;
    private final MovesStore moves;
    private final TurnsReader turns;
    /** What was told of a meeting, to be shown as it stands. */
    private final DiscussionSteps told;

    private final MeetingPlanner planner;

    Features(Lectern.Ground ground, Due due, Changes changes, People people) {
        this.ground = ground;
        this.changes = changes;
        this.people = people;
        this.redis = ground.redis();
        this.clock = ground.clock();
        this.groups = new GroupStore(redis);
        this.log = new GroupLogStore(redis);
        this.papers = ground.papers().papers();
        this.meetings = new MeetingStore(redis);
        this.parts = new PartStore(redis);
        this.absences = new AbsenceStore(redis);
        this.swaps = new SwapStore(redis);
        this.timetables = new TimetableStore(redis);
        this.backlogs = new BacklogStore(redis);
        this.ballots = new BallotStore(redis, clock, ground.lead(), due);
        this.discussions = new DiscussionStore(redis);
        this.standings = new StandingsReader(backlogs, ballots, meetings);
        this.moves = new MovesStore(redis);
        this.turns = new TurnsReader(groups, meetings, parts, moves, absences::away);
        this.told = new DiscussionSteps(
                groups,
                meetings,
                papers,
                discussions,
                new DiscussionRulesStore(redis),
                (group, meeting) -> parts.of(group, meeting).given().stream()
                        .map(given -> new HeldPart(
                                given.part().id(),
                                given.part().name(),
                                given.members(),
                                given.part().presents(),
                                given.part().paper()))
                        .toList(),
                changes);
        this.planner = planner();
    }

    private MeetingPlanner planner() {
        List<TimelineStep> timeline = Stream.of(
                        BallotFeature.TIMELINE,
                        PresentingFeature.TIMELINE,
                        PartFeature.timeline(parts),
                        DiscussionFeature.TIMELINE)
                .flatMap(List::stream)
                .toList();
        return new MeetingPlanner(
                meetings,
                timetables,
                timeline,
                (group, meeting) -> ballots.find(group, BallotId.of(meeting)).isPresent(),
                List.of(
                        new MovedBallotSteps(groups, meetings, backlogs, ballots, papers, new VotingRulesStore(redis)),
                        new MovedSwapSteps(swaps),
                        new MovedPartSteps(parts),
                        told));
    }

    List<Feature> all() {
        FollowedListsStore followed = new FollowedListsStore(redis);
        Consumer<List<PaperList>> follow = lists -> followed.follow(lists, clock.instant());
        ArchiveReader archives = new ArchiveReader(meetings, discussions, ballots, backlogs);
        RecallStore recalls = new RecallStore(redis);
        RecallFeature recall =
                new RecallFeature(groups, meetings, archives, papers, recalls, log, changes, people::nameOf);
        KinMessages kin = new KinMessages(new KinReader(
                groups, meetings, discussions, papers, ground.papers().vectors()));
        DismissalStore dismissals = new DismissalStore(redis);
        Signals signals = new Signals(backlogs, ballots, meetings, dismissals);
        Tastes tastes = new Tastes(
                groups,
                signals,
                papers,
                ground.papers().vectors(),
                new TopicVectors(ground.papers().embedder()));
        DigestFeature digest = new DigestFeature(
                groups,
                new DigestStore(redis),
                new PersonalDigestStore(redis),
                papers,
                standings,
                new DigestFeature.Choice(
                        tastes, signals, dismissals, ground.papers().vectors(), follow),
                new DigestFeature.Memory(kin, new RecallPlanner(recalls)),
                changes);
        Presenters presenters = new Presenters(meetings, turns, swaps, told::redraw);
        LeavingFeature leaving = new LeavingFeature(groups, meetings, presenters, changes);
        PartFeature partFeature = new PartFeature(
                groups,
                meetings,
                parts,
                papers,
                changes,
                turns,
                moves,
                log,
                absences::away,
                people::nameOf,
                DiscussionSteps::tellAgain,
                clock);
        List<Departures> departures = List.of(new EarlyEndSteps(ballots), leaving, partFeature);
        List<Feature> all = new ArrayList<>();
        all.addAll(List.of(
                new LanguageFeature(groups, new MemberLanguageStore(redis), log, changes),
                new OrganizersFeature(groups, log, changes, people::nameOf, people::handleOf),
                new LogFeature(groups, log, sayingValues())));
        all.addAll(voting());
        all.addAll(List.of(presenting(presenters), leaving, partFeature));
        all.addAll(meeting());
        all.addAll(finding(kin));
        all.addAll(List.of(
                digest,
                new TasteFeature(groups, tastes, papers, clock),
                new ArchiveFeature(groups, archives, papers, changes, people::nameOf),
                new StatisticsFeature(
                        groups,
                        new LifeReader(groups, meetings, discussions, ballots, archives, absences::away),
                        papers,
                        changes,
                        people::nameOf,
                        clock),
                recall,
                new GoneFeature(groups, log, changes, departures),
                new GroupFeature(groups, log, changes, departures),
                new SetupFeature(groups, changes, people, log, List.of(digest, planner, recall), departures, follow)));
        all.addAll(surfaces());
        return all;
    }

    /** How the log says what other parts write there. */
    private static Map<Setting, UnaryOperator<String>> sayingValues() {
        Map<Setting, UnaryOperator<String>> words = new EnumMap<>(Setting.class);
        Stream.of(VotingLogText.WORDS, TimetableLogText.WORDS, PartLogText.WORDS, RecallLogText.WORDS)
                .forEach(words::putAll);
        return words;
    }

    /** Where people meet Lectern as a whole. */
    private List<Feature> surfaces() {
        return List.of(
                new HelpFeature(),
                new HomeFeature(),
                new RunFeature(groups, people::channelNameOf),
                new TurnsHomeFeature(groups, meetings, timetables, parts, swaps, turns, papers, clock),
                new GroupsHomeFeature(groups, new PersonalDigestStore(redis)),
                new MentionFeature(groups, meetings, papers, changes),
                new WelcomeFeature(groups, people::channelNameOf, changes),
                new ShortcutsFeature(groups),
                new HintFeature(new HintStore(redis)));
    }

    /** From a nomination to what is read. */
    private List<Feature> voting() {
        RecordFeature record = new RecordFeature(groups, ballots, papers, changes, people::nameOf);
        return List.of(
                new BacklogFeature(groups, backlogs, ballots, standings, papers, changes, clock),
                new NominateFeature(
                        groups,
                        papers,
                        ground.papers().search(),
                        new NominationSteps(groups, meetings, backlogs, ballots, papers, changes),
                        new BringStore(redis),
                        ground.lookUp(),
                        changes,
                        clock),
                new BallotFeature(groups, meetings, ballots, papers, people::nameOf),
                new LifeFeature(
                        groups,
                        meetings,
                        new MeetingPaperSteps(
                                meetings,
                                parts,
                                (group, paper) ->
                                        backlogs.find(group).find(paper).map(Nomination::by),
                                told::redraw),
                        backlogs,
                        ballots,
                        papers,
                        changes,
                        new VotingRulesStore(redis),
                        log,
                        record::history,
                        people::nameOf,
                        new Unguessable(),
                        clock),
                new VotingFeature(groups, ballots, papers, clock),
                record);
    }

    private Feature presenting(Presenters presenters) {
        return new PresentingFeature(
                groups,
                meetings,
                absences,
                swaps,
                parts,
                papers,
                turns,
                presenters,
                changes,
                new WhoIsWho(people::nameOf, people::handleOf, people::standingOf),
                clock);
    }

    /** When the group meets, and what happens around it. */
    private List<Feature> meeting() {
        ScheduleMessages schedule =
                new ScheduleMessages(meetings, timetables, papers, parts, turns, new VoteStateText(ballots, clock)::of);
        return List.of(
                new ScheduleFeature(groups, meetings, schedule),
                new MeetingHubFeature(
                        groups,
                        timetables,
                        planner,
                        schedule,
                        new HolidayLinkStore(redis),
                        ground.web(),
                        log,
                        changes,
                        clock),
                new DiscussionFeature(
                        groups,
                        meetings,
                        planner,
                        told,
                        new DiscussionRulesStore(redis),
                        log,
                        changes,
                        people::nameOf,
                        new Unguessable(),
                        clock));
    }

    private List<Feature> finding(KinMessages kin) {
        PaperSearch search = ground.papers().search();
        SavedPapers saved = new SavedPapers(new SavedStore(redis), papers);
        PaperFeature paper = new PaperFeature(papers, search, standings, kin, saved, clock);
        return List.of(
                new SearchFeature(
                        groups,
                        meetings,
                        papers,
                        standings,
                        search,
                        ground.elsewhere().map(sites -> sites::names),
                        clock),
                new ElsewhereFeature(groups, papers, standings, ground.elsewhere(), new ElsewhereStore(redis), changes),
                new ShelvesFeature(groups, papers, standings, clock),
                new LinksFeature(groups, papers, standings, ground.lookUp(), new SharedPapersStore(redis), changes),
                paper,
                new SavedFeature(groups, papers, saved, standings, paper::whole, clock));
    }
}
