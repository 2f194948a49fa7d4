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
import dev.lectern.ballot.VotingFeature;
import dev.lectern.ballot.VotingRulesStore;
import dev.lectern.calendar.CalendarFeature;
import dev.lectern.calendar.CalendarStore;
import dev.lectern.calendar.FeedLinkStore;
import dev.lectern.calendar.FeedReader;
import dev.lectern.digest.DigestFeature;
import dev.lectern.digest.DigestStore;
import dev.lectern.digest.PaperFeature;
import dev.lectern.digest.PersonalDigestStore;
import dev.lectern.discover.ElsewhereFeature;
import dev.lectern.discover.ElsewhereStore;
import dev.lectern.discover.LinksFeature;
import dev.lectern.discover.SearchFeature;
import dev.lectern.discover.ShelvesFeature;
import dev.lectern.discussion.DiscussionFeature;
import dev.lectern.discussion.DiscussionRulesStore;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.discussion.HeldPart;
import dev.lectern.group.Departures;
import dev.lectern.group.GoneFeature;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.group.StatusFeature;
import dev.lectern.group.UserId;
import dev.lectern.meeting.AbsenceStore;
import dev.lectern.meeting.LeavingFeature;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.PresentingFeature;
import dev.lectern.meeting.ScheduleFeature;
import dev.lectern.meeting.ScheduleMessages;
import dev.lectern.meeting.SwapStore;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.hub.MeetingHubFeature;
import dev.lectern.meeting.part.PartFeature;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.FollowedListsStore;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.Vectors;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.Searches;
import dev.lectern.redis.RedisHealth;
import dev.lectern.remember.ArchiveFeature;
import dev.lectern.remember.ArchiveReader;
import dev.lectern.remember.KinMessages;
import dev.lectern.remember.KinReader;
import dev.lectern.remember.LifeReader;
import dev.lectern.remember.RecallFeature;
import dev.lectern.remember.RecallPlanner;
import dev.lectern.remember.RecallStore;
import dev.lectern.remember.StatisticsFeature;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HelpFeature;
import dev.lectern.slack.Installation;
import dev.lectern.slack.PaceStore;
import dev.lectern.slack.Routes;
import dev.lectern.slack.SlackApi;
import dev.lectern.slack.SlackApp;
import dev.lectern.slack.SlackDelivery;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.taste.DismissalStore;
import dev.lectern.taste.Signals;
import dev.lectern.taste.TasteFeature;
import dev.lectern.taste.Tastes;
import dev.lectern.taste.TopicVectors;
import dev.lectern.web.Calendars;
import dev.lectern.web.WebServer;
import dev.lectern.work.Agenda;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.Outbox;
import dev.lectern.work.Parking;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import dev.lectern.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** The running app, put together by hand: the one place that knows all of its parts. */
final class Lectern implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lectern.class);

    private final SlackApi slack;
    private final Worker worker;
    private final WebServer web;

    /** How to reach Slack, and how Slack proves to be Slack. */
    record SlackAccess(String apiUrl, String botToken, String signingSecret) {
        @Override
        public String toString() {
            return "SlackAccess[" + apiUrl + "]";
        }
    }

    /**
     * What Lectern stands on; whoever made it closes it, after Lectern.
     *
     * @param lead how far {@code clock} is ahead of Redis' time: zero, but in a sandbox
     * @param lookUp asks the sources about a paper, within seconds; empty where none are set up
     * @param elsewhere the sites that are searched where nothing is found here; empty where none are set up
     * @param alone whether no other process works on this Redis: then what a dead one held is free at once
     */
    record Ground(
            UnifiedJedis redis,
            Clock clock,
            Supplier<Duration> lead,
            PapersAtHand papers,
            Optional<Function<Names, Lookups.Answer>> lookUp,
            Optional<Searches> elsewhere,
            boolean alone) {}

    /** Where nobody reaches it from outside but Slack; see {@link #start(Ground, SlackAccess, String, int, IntFunction)}. */
    static Lectern start(Ground ground, SlackAccess access, String host, int port) {
        return start(ground, access, host, port, listening -> Optional.empty());
    }

    /**
     * @param publicUrl where people's calendars reach it from outside, by the port on which it listens; without a slash at the
     *     end
     * @throws Failure when Slack does not take the token, or the port is taken
     */
    static Lectern start(
            Ground ground, SlackAccess access, String host, int port, IntFunction<Optional<String>> publicUrl) {
        SlackApi slack = new SlackApi(access.apiUrl(), access.botToken());
        try {
            return new Lectern(
                    ground, slack, Installation.ask(slack, access.botToken()), access, host, port, publicUrl);
        } catch (SlackFailure e) {
            String wayOut = e.code().equals("unreachable")
                    ? "check the network and LECTERN_SLACK_API_URL"
                    : "check SLACK_BOT_TOKEN";
            throw new Failure(
                    "Slack at " + access.apiUrl() + " does not let us in (" + e.getMessage() + "): " + wayOut, e);
        }
    }

    private Lectern(
            Ground ground,
            SlackApi slack,
            Installation installation,
            SlackAccess access,
            String host,
            int port,
            IntFunction<Optional<String>> publicUrl) {
        UnifiedJedis redis = ground.redis();
        Clock clock = ground.clock();
        this.slack = slack;
        Due due = new Due(redis);
        Changes changes = new Changes(redis, clock, due);
        Routes routes = new Routes();
        Steps steps = new Steps();
        Drawings drawings = new Drawings();
        Outbox outbox = new Outbox(redis);
        Parking parking = new Parking(redis, changes, due);
        parking.onChange(StatusFeature.telling(new GroupStore(redis)));
        Wording wording = new Wording();
        StatusFeature status = new StatusFeature(
                new GroupStore(redis), due, new Agenda(redis), outbox, parking, wording, Sources.news(redis, clock));
        FeedLinkStore feedLinks = new FeedLinkStore(redis, access.signingSecret(), new Unguessable());
        CalendarFeature calendar =
                new CalendarFeature(new GroupStore(redis), feedLinks, () -> publicUrl.apply(port()), clock);
        Stream.concat(features(ground, due, changes, slack).stream(), Stream.of(calendar, status))
                .forEach(feature -> {
                    feature.register(routes, steps, drawings);
                    feature.words(wording);
                });
        this.worker = new Worker(
                redis,
                clock,
                due,
                changes,
                steps,
                outbox,
                parking,
                new SlackDelivery(slack, drawings, new PaceStore(redis, clock)));
        this.web = webServer(
                host,
                port,
                access,
                clock,
                new SlackApp(slack, installation, routes),
                calendars(redis, changes, feedLinks, slack, clock),
                redis);
        if (ground.alone()) {
            worker.takeOver();
        }
        worker.start();
    }

    private static List<Feature> features(Ground ground, Due due, Changes changes, SlackApi slack) {
        UnifiedJedis redis = ground.redis();
        Clock clock = ground.clock();
        GroupStore groups = new GroupStore(redis);
        PaperStore papers = ground.papers().papers();
        Vectors vectors = ground.papers().vectors();
        PaperSearch search = ground.papers().search();
        FollowedListsStore followed = new FollowedListsStore(redis);
        Consumer<List<PaperList>> follow = lists -> followed.follow(lists, clock.instant());
        MeetingStore meetings = new MeetingStore(redis);
        PartStore parts = new PartStore(redis);
        MovesStore moves = new MovesStore(redis);
        AbsenceStore absences = new AbsenceStore(redis);
        SwapStore swaps = new SwapStore(redis);
        TurnsReader turns = new TurnsReader(groups, meetings, parts, moves, absences::away);
        BacklogStore backlogs = new BacklogStore(redis);
        BallotStore ballots = new BallotStore(redis, clock, ground.lead(), due);
        StandingsReader standings = new StandingsReader(backlogs, ballots, meetings);
        List<TimelineStep> timeline = Stream.of(
                        BallotFeature.TIMELINE,
                        PresentingFeature.TIMELINE,
                        PartFeature.timeline(parts),
                        DiscussionFeature.TIMELINE)
                .flatMap(List::stream)
                .toList();
        TimetableStore timetables = new TimetableStore(redis);
        MeetingPlanner planner = new MeetingPlanner(
                meetings,
                timetables,
                timeline,
                (group, meeting) -> ballots.find(group, BallotId.of(meeting)).isPresent(),
                new MovedBallotSteps(groups, meetings, backlogs, ballots, papers, new VotingRulesStore(redis)));
        ScheduleMessages schedule = new ScheduleMessages(meetings, timetables, papers, parts, turns);
        DismissalStore dismissals = new DismissalStore(redis);
        Signals signals = new Signals(backlogs, ballots, meetings, dismissals);
        Tastes tastes = new Tastes(
                groups,
                signals,
                papers,
                vectors,
                new TopicVectors(ground.papers().embedder()));
        DiscussionStore discussions = new DiscussionStore(redis);
        ArchiveReader archives = new ArchiveReader(meetings, discussions, ballots, backlogs);
        RecallStore recalls = new RecallStore(redis);
        RecallFeature recall = new RecallFeature(groups, meetings, archives, papers, recalls, changes, slack::nameOf);
        KinMessages kin = new KinMessages(new KinReader(groups, meetings, discussions, papers, vectors));
        DigestFeature digest = new DigestFeature(
                groups,
                new DigestStore(redis),
                new PersonalDigestStore(redis),
                papers,
                standings,
                new DigestFeature.Choice(tastes, signals, dismissals, vectors, follow),
                new DigestFeature.Memory(kin, new RecallPlanner(recalls)),
                changes);
        RecordFeature record = new RecordFeature(groups, ballots, papers, changes, slack::nameOf);
        PartFeature partFeature = new PartFeature(
                groups, meetings, parts, papers, changes, turns, moves, absences::away, slack::nameOf, clock);
        NominationSteps nominations = new NominationSteps(groups, meetings, backlogs, ballots, papers, changes);
        DiscussionFeature discussion = new DiscussionFeature(
                groups,
                meetings,
                papers,
                planner,
                new DiscussionStore(redis),
                new DiscussionRulesStore(redis),
                (group, meeting) -> parts.of(group, meeting).given().stream()
                        .map(given ->
                                new HeldPart(given.part().id(), given.part().name(), given.members()))
                        .toList(),
                changes,
                slack::nameOf,
                new Unguessable(),
                clock);
        LeavingFeature leaving = new LeavingFeature(groups, meetings, absences, swaps, turns, changes);
        List<Departures> departures = List.of(new EarlyEndSteps(ballots), leaving, partFeature);
        return List.of(
                new HelpFeature(),
                new BacklogFeature(groups, backlogs, ballots, standings, papers, changes, clock),
                new NominateFeature(
                        groups, papers, search, nominations, new BringStore(redis), ground.lookUp(), changes, clock),
                new BallotFeature(groups, meetings, ballots, papers, slack::nameOf),
                new LifeFeature(
                        groups,
                        meetings,
                        new MeetingPaperSteps(
                                meetings,
                                parts,
                                (group, paper) ->
                                        backlogs.find(group).find(paper).map(Nomination::by),
                                discussion::redraw),
                        backlogs,
                        ballots,
                        papers,
                        changes,
                        new VotingRulesStore(redis),
                        record::history,
                        slack::nameOf,
                        new Unguessable(),
                        clock),
                new VotingFeature(groups, ballots, papers, clock),
                record,
                new PresentingFeature(
                        groups,
                        meetings,
                        absences,
                        swaps,
                        papers,
                        turns,
                        changes,
                        new WhoIsWho(slack::nameOf, slack::handleOf, slack::standingOf),
                        clock),
                leaving,
                partFeature,
                new ScheduleFeature(groups, meetings, schedule),
                new MeetingHubFeature(groups, timetables, planner, schedule, changes, clock),
                discussion,
                new SearchFeature(
                        groups,
                        meetings,
                        papers,
                        standings,
                        search,
                        ground.elsewhere().map(Searches::names),
                        clock),
                new ElsewhereFeature(groups, papers, standings, ground.elsewhere(), new ElsewhereStore(redis), changes),
                new ShelvesFeature(groups, papers, standings, clock),
                new LinksFeature(groups, papers, standings, changes),
                new PaperFeature(papers, search, standings, kin, clock),
                digest,
                new ArchiveFeature(groups, archives, papers, changes, slack::nameOf),
                new StatisticsFeature(
                        groups,
                        new LifeReader(meetings, discussions, ballots, archives, absences::away),
                        papers,
                        changes,
                        slack::nameOf,
                        clock),
                recall,
                new TasteFeature(groups, tastes, papers, clock),
                new GoneFeature(groups, changes, departures),
                new GroupFeature(groups, changes, slack, List.of(digest, planner, recall), departures, follow));
    }

    private static Calendars calendars(
            UnifiedJedis redis, Changes changes, FeedLinkStore links, SlackApi slack, Clock clock) {
        FeedReader feeds = new FeedReader(
                new GroupStore(redis),
                new MeetingStore(redis),
                new PaperStore(redis),
                new CalendarStore(redis, changes),
                links,
                user -> nameNow(slack, user),
                clock);
        return (token, alarms) ->
                feeds.find(token, alarms).map(feed -> new Calendars.Calendar(feed.text(), feed.changed()));
    }

    /** A calendar does without a name sooner than that it waits for Slack. */
    private static Optional<String> nameNow(SlackApi slack, UserId user) {
        try {
            return Optional.of(slack.nameOf(user));
        } catch (RuntimeException e) {
            log.info("how {} is called can't be asked just now: {}", user, e.getMessage());
            return Optional.empty();
        }
    }

    private static WebServer webServer(
            String host,
            int port,
            SlackAccess access,
            Clock clock,
            SlackApp app,
            Calendars calendars,
            UnifiedJedis redis) {
        try {
            return new WebServer(
                    host, port, access.signingSecret(), clock, app, calendars, new RedisHealth(redis)::problem);
        } catch (RuntimeException e) {
            throw new Failure(
                    "Lectern cannot listen on " + host + ":" + port + ": choose another port with LECTERN_PORT", e);
        }
    }

    int port() {
        return web.port();
    }

    Worker worker() {
        return worker;
    }

    /** Takes on nothing new, finishes what is in hand, then lets go. */
    @Override
    public void close() {
        worker.stop();
        web.close();
        worker.close();
        try {
            slack.close();
        } catch (Exception e) {
            log.warn("closing the connections to Slack failed", e);
        }
    }
}
