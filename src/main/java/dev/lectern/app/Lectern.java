package dev.lectern.app;

import dev.lectern.calendar.CalendarFeature;
import dev.lectern.calendar.CalendarStore;
import dev.lectern.calendar.FeedLinkStore;
import dev.lectern.calendar.FeedReader;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.MemberLanguageStore;
import dev.lectern.group.StatusFeature;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.Searches;
import dev.lectern.paper.source.Site;
import dev.lectern.redis.RedisHealth;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Homes;
import dev.lectern.slack.OpenHomesStore;
import dev.lectern.slack.PaceStore;
import dev.lectern.slack.People;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Scenes;
import dev.lectern.slack.SlackApp;
import dev.lectern.slack.SlackDelivery;
import dev.lectern.slack.Workspaces;
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
import java.util.Optional;
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

    private final Presence presence;
    private final Worker worker;
    private final Optional<SocketEntrance> sockets;
    private final WebServer web;
    private final Homes homes;

    /**
     * How to reach Slack, and how Slack reaches us: at least one of the last two.
     *
     * @param signingSecret by which Slack's requests over HTTP prove to be Slack's
     * @param appToken with which sockets are opened for them
     */
    record SlackAccess(
            String apiUrl,
            Access.Installations installations,
            Optional<String> signingSecret,
            Optional<String> appToken) {
        /** Into one workspace, by its token, and over HTTP. */
        SlackAccess(String apiUrl, String botToken, String signingSecret) {
            this(apiUrl, new Access.Installations.Single(botToken), Optional.of(signingSecret), Optional.empty());
        }

        /** What nobody else knows, in either case. */
        private String secret() {
            return signingSecret.or(this::appToken).orElseThrow();
        }

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
     * @param web any host of the public web, asked for what people link; empty where none is to be asked
     * @param alone whether no other process works on this Redis: then what a dead one held is free at once
     */
    record Ground(
            UnifiedJedis redis,
            Clock clock,
            Supplier<Duration> lead,
            PapersAtHand papers,
            Optional<Function<Names, Lookups.Answer>> lookUp,
            Optional<Searches> elsewhere,
            Optional<Site> web,
            boolean alone) {
        /** Where the web is not read, but for papers. */
        Ground(
                UnifiedJedis redis,
                Clock clock,
                Supplier<Duration> lead,
                PapersAtHand papers,
                Optional<Function<Names, Lookups.Answer>> lookUp,
                Optional<Searches> elsewhere,
                boolean alone) {
            this(redis, clock, lead, papers, lookUp, elsewhere, Optional.empty(), alone);
        }
    }

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
        return new Lectern(ground, Presence.of(ground, access), access, host, port, publicUrl);
    }

    private Lectern(
            Ground ground,
            Presence presence,
            SlackAccess access,
            String host,
            int port,
            IntFunction<Optional<String>> publicUrl) {
        UnifiedJedis redis = ground.redis();
        Clock clock = ground.clock();
        this.presence = presence;
        Due due = new Due(redis);
        Changes changes = new Changes(redis, clock, due);
        Routes routes = new Routes();
        Workspaces workspaces = presence.workspaces();
        People people = new People(workspaces, clock);
        Scenes scenes = scenes(new GroupStore(redis), new MemberLanguageStore(redis), people);
        Steps steps = new Steps((group, step) -> scenes.in(group, () -> {
            step.run();
            return group;
        }));
        Drawings drawings = new Drawings();
        Outbox outbox = new Outbox(redis);
        Parking parking = new Parking(redis, changes, due);
        parking.onChange(StatusFeature.telling(new GroupStore(redis)));
        Wording wording = new Wording();
        StatusFeature status = new StatusFeature(
                new GroupStore(redis), due, new Agenda(redis), outbox, parking, wording, Sources.news(redis, clock));
        FeedLinkStore feedLinks = new FeedLinkStore(redis, access.secret(), new Unguessable());
        presence.begin(new GroupStore(redis), due, feedLinks);
        CalendarFeature calendar = new CalendarFeature(
                new GroupStore(redis),
                feedLinks,
                () -> publicUrl.apply(port()),
                new GroupLogStore(redis),
                changes,
                clock);
        Stream.concat(new Features(ground, due, changes, people).all().stream(), Stream.of(calendar, status))
                .forEach(feature -> {
                    feature.register(routes, steps, drawings);
                    feature.words(wording);
                });
        this.homes = new Homes(workspaces, routes, scenes, new OpenHomesStore(redis, clock));
        this.worker = new Worker(
                redis,
                clock,
                due,
                changes,
                steps,
                outbox,
                parking,
                homes.following(new SlackDelivery(workspaces, drawings, scenes, new PaceStore(redis, clock))),
                group -> !workspaces.isIn(group.team()));
        SlackApp app = new SlackApp(workspaces, routes, scenes, homes);
        this.sockets = access.appToken().map(token -> SocketEntrance.open(access.apiUrl(), token, app));
        this.web = webServer(
                host,
                port,
                access,
                clock,
                app,
                calendars(redis, changes, feedLinks, people, scenes, clock),
                redis,
                presence.pages());
        if (ground.alone()) {
            worker.takeOver();
        }
        worker.start();
    }

    private static Scenes scenes(GroupStore groups, MemberLanguageStore chosen, People people) {
        return new Scenes(
                group ->
                        groups.readable(group).flatMap(known -> known.settings().language()),
                (team, user) -> chosen.find(team, user).or(() -> people.languageOf(team, user)),
                people::accountOf);
    }

    private static Calendars calendars(
            UnifiedJedis redis, Changes changes, FeedLinkStore links, People people, Scenes scenes, Clock clock) {
        FeedReader feeds = new FeedReader(
                new GroupStore(redis),
                new MeetingStore(redis),
                new TimetableStore(redis),
                new PaperStore(redis),
                new PartStore(redis),
                new CalendarStore(redis, changes),
                links,
                (group, user) -> scenes.in(group, () -> nameNow(people, user)),
                (group, reader, written) -> reader.map(user -> scenes.before(user, group, written))
                        .orElseGet(() -> scenes.in(group, written)),
                clock);
        return (token, alarms) ->
                feeds.find(token, alarms).map(feed -> new Calendars.Calendar(feed.text(), feed.changed()));
    }

    /** A calendar does without a name sooner than that it waits for Slack. */
    private static Optional<String> nameNow(People people, UserId user) {
        try {
            return Optional.of(people.nameOf(user));
        } catch (RuntimeException e) {
            log.info("how {} is called can't be asked just now: {}", user, e.getMessage());
            return Optional.empty();
        }
    }

    private WebServer webServer(
            String host,
            int port,
            SlackAccess access,
            Clock clock,
            SlackApp app,
            Calendars calendars,
            UnifiedJedis redis,
            Optional<WebServer.Installing> pages) {
        RedisHealth health = new RedisHealth(redis);
        try {
            return new WebServer(
                    host,
                    port,
                    access.signingSecret(),
                    clock,
                    app,
                    calendars,
                    () -> health.problem()
                            .or(() -> presence.workspaces().problem())
                            .or(() -> sockets.flatMap(SocketEntrance::problem)),
                    pages);
        } catch (RuntimeException e) {
            sockets.ifPresent(SocketEntrance::close);
            throw new Failure(
                    "Lectern cannot listen on " + host + ":" + port + ": choose another port with LECTERN_PORT", e);
        }
    }

    int port() {
        return web.port();
    }

    Presence presence() {
        return presence;
    }

    Worker worker() {
        return worker;
    }

    /** Takes on nothing new, finishes what is in hand, then lets go. */
    @Override
    public void close() {
        worker.stop();
        web.close();
        sockets.ifPresent(SocketEntrance::close);
        worker.close();
        homes.close();
        presence.close();
    }
}
