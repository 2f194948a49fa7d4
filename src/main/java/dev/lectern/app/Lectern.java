package dev.lectern.app;

import dev.lectern.ballot.BacklogFeature;
import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.BallotFeature;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.BringStore;
import dev.lectern.ballot.LifeFeature;
import dev.lectern.ballot.MovedBallotSteps;
import dev.lectern.ballot.NominateFeature;
import dev.lectern.ballot.NominationSteps;
import dev.lectern.ballot.RecordFeature;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.ballot.VotingFeature;
import dev.lectern.ballot.VotingRulesStore;
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
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.group.StatusFeature;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.PresenterFeature;
import dev.lectern.meeting.ScheduleFeature;
import dev.lectern.meeting.ScheduleMessages;
import dev.lectern.meeting.TimelineStep;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.hub.MeetingHubFeature;
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
import dev.lectern.taste.DismissalStore;
import dev.lectern.taste.Signals;
import dev.lectern.taste.TasteFeature;
import dev.lectern.taste.Tastes;
import dev.lectern.taste.TopicVectors;
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

    /** @throws Failure when Slack does not take the token, or the port is taken */
    static Lectern start(Ground ground, SlackAccess access, String host, int port) {
        SlackApi slack = new SlackApi(access.apiUrl(), access.botToken());
        try {
            return new Lectern(ground, slack, Installation.ask(slack, access.botToken()), access, host, port);
        } catch (SlackFailure e) {
            String wayOut = e.code().equals("unreachable")
                    ? "check the network and LECTERN_SLACK_API_URL"
                    : "check SLACK_BOT_TOKEN";
            throw new Failure(
                    "Slack at " + access.apiUrl() + " does not let us in (" + e.getMessage() + "): " + wayOut, e);
        }
    }

    private Lectern(
            Ground ground, SlackApi slack, Installation installation, SlackAccess access, String host, int port) {
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
        Stream.concat(features(ground, due, changes, slack).stream(), Stream.of(status))
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
        this.web = webServer(host, port, access, clock, new SlackApp(slack, installation, routes), redis);
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
        BacklogStore backlogs = new BacklogStore(redis);
        BallotStore ballots = new BallotStore(redis, clock, ground.lead(), due);
        StandingsReader standings = new StandingsReader(backlogs, ballots, meetings);
        List<TimelineStep> timeline = Stream.of(
                        BallotFeature.TIMELINE, PresenterFeature.TIMELINE, DiscussionFeature.TIMELINE)
                .flatMap(List::stream)
                .toList();
        TimetableStore timetables = new TimetableStore(redis);
        MeetingPlanner planner = new MeetingPlanner(
                meetings,
                timetables,
                timeline,
                (group, meeting) -> ballots.find(group, BallotId.of(meeting)).isPresent(),
                new MovedBallotSteps(groups, meetings, backlogs, ballots, papers, new VotingRulesStore(redis)));
        ScheduleMessages schedule = new ScheduleMessages(meetings, timetables, papers, (group, meeting) -> List.of());
        DismissalStore dismissals = new DismissalStore(redis);
        Signals signals = new Signals(backlogs, ballots, meetings, dismissals);
        Tastes tastes = new Tastes(
                groups,
                signals,
                papers,
                vectors,
                new TopicVectors(ground.papers().embedder()));
        DigestFeature digest = new DigestFeature(
                groups,
                new DigestStore(redis),
                new PersonalDigestStore(redis),
                papers,
                standings,
                new DigestFeature.Choice(tastes, signals, dismissals, vectors, follow),
                changes);
        RecordFeature record = new RecordFeature(groups, ballots, papers, changes, slack::nameOf);
        NominationSteps nominations = new NominationSteps(groups, meetings, backlogs, ballots, papers, changes);
        return List.of(
                new HelpFeature(),
                new BacklogFeature(groups, backlogs, ballots, standings, papers, changes, clock),
                new NominateFeature(
                        groups, papers, search, nominations, new BringStore(redis), ground.lookUp(), changes, clock),
                new BallotFeature(groups, meetings, ballots, papers, slack::nameOf),
                new LifeFeature(
                        groups,
                        meetings,
                        new MeetingPaperSteps(meetings),
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
                new PresenterFeature(groups, meetings, papers, changes, new TurnsReader(meetings)),
                new ScheduleFeature(groups, meetings, schedule),
                new MeetingHubFeature(groups, timetables, planner, schedule, changes, clock),
                new DiscussionFeature(groups, meetings, papers, planner),
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
                new PaperFeature(papers, search, standings, clock),
                digest,
                new TasteFeature(groups, tastes, papers, clock),
                new GroupFeature(groups, changes, slack, List.of(digest, planner), List.of(), follow));
    }

    private static WebServer webServer(
            String host, int port, SlackAccess access, Clock clock, SlackApp app, UnifiedJedis redis) {
        try {
            return new WebServer(host, port, access.signingSecret(), clock, app, new RedisHealth(redis)::problem);
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
