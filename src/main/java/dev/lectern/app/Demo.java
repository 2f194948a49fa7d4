package dev.lectern.app;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.TeamId;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Embedder;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisClock;
import dev.lectern.sandbox.ClockFollower;
import dev.lectern.sandbox.Extras;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.sandbox.workspace.RedisWorkspaceStore;
import dev.lectern.sandbox.workspace.Team;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Lectern in front of a Slack workspace in a box, with a reading group that has begun. */
final class Demo implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String BOT_TOKEN = "xoxb-sandbox";
    private static final String SIGNING_SECRET = "sandbox-signing-secret";
    private static final String APP_TOKEN = "xapp-sandbox";
    private static final String START = "lectern:demo:start";
    private static final String CHANNEL = "C0READING";
    private static final GroupId GROUP = new GroupId(new TeamId(Team.ID), new ChannelId(CHANNEL));
    private static final String FOUNDER = "U0ADA";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** So many days of new papers lie ahead when the demo begins. */
    private static final int DAYS_AHEAD = 18;
    /** At least as many as the first digest looks at. */
    private static final int LOOKED_BACK = 10;

    /** How the workspace in a box brings its requests. */
    enum Way {
        HTTP,
        SOCKETS;

        private Optional<String> appToken() {
            return this == SOCKETS ? Optional.of(APP_TOKEN) : Optional.empty();
        }

        private SandboxConfiguration opened(SandboxConfiguration sandbox) {
            return appToken().map(sandbox::overSockets).orElse(sandbox);
        }
    }

    private final Sandbox sandbox;
    private final Lectern lectern;
    private final PapersAtHand papers;

    private Demo(Sandbox sandbox, Lectern lectern, PapersAtHand papers) {
        this.sandbox = sandbox;
        this.lectern = lectern;
        this.papers = papers;
    }

    /**
     * @param data Lectern's folder
     * @param embedder reads the papers: before the first digest is chosen those that it chooses from, then the others
     * @param outside whom Lectern asks besides the sandbox
     * @param way how the sandbox brings its requests
     */
    static Demo start(Redis redis, Path data, Embedder embedder, Outside outside, int sandboxPort, int port, Way way) {
        UnifiedJedis commands = redis.commands();
        Clock real = new RedisClock(commands, () -> Duration.ZERO);
        PaperStore papers = new PaperStore(commands);
        if (papers.count() == 0) {
            papers.saveAll(DemoPapers.load(), real.instant());
        }
        PapersAtHand atHand = PapersAtHand.open(commands, data, embedder);
        try {
            Demo demo = start(commands, real, atHand, outside, sandboxPort, port, way);
            // The papers of the days ahead have time; those who click first have not.
            atHand.kept();
            return demo;
        } catch (RuntimeException e) {
            atHand.close();
            throw e;
        }
    }

    private static Demo start(
            UnifiedJedis commands,
            Clock real,
            PapersAtHand papers,
            Outside outside,
            int sandboxPort,
            int port,
            Way way) {
        Duration ago = sinceStart(commands, papers.papers(), real);
        LateBound follower = new LateBound();
        LateExtras extras = new LateExtras();
        Sandbox sandbox = sandbox(way.opened(SandboxConfiguration.of(BOT_TOKEN, SIGNING_SECRET))
                .onPort(sandboxPort)
                .aheadOf(() -> real.instant().minus(ago))
                .keptIn(new RedisWorkspaceStore(commands))
                .followedBy(follower)
                .peopledBy(extras));
        try {
            Lectern lectern = Lectern.start(
                    new Lectern.Ground(
                            commands,
                            sandbox.clock(),
                            () -> Duration.between(
                                    real.instant(), sandbox.clock().instant()),
                            papers,
                            outside,
                            true),
                    new Lectern.SlackAccess(
                            sandbox.apiUrl(),
                            new Access.Installations.Single(BOT_TOKEN),
                            Optional.of(SIGNING_SECRET),
                            way.appToken()),
                    new Lectern.Address(HOST, port, listening -> Optional.of("http://" + HOST + ":" + listening)));
            sandbox.connect(URI.create("http://" + HOST + ":" + lectern.port() + "/slack/events"));
            follower.lectern = Optional.of(lectern);
            extras.people = Optional.of(new DemoExtras(new SandboxClient(sandbox.url()), CHANNEL));
            Demo demo = new Demo(sandbox, lectern, papers);
            if (!new GroupStore(commands).exists(GROUP)) {
                demo.found();
            }
            return demo;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static Sandbox sandbox(SandboxConfiguration configuration) {
        try {
            return Sandbox.start(configuration);
        } catch (IllegalStateException e) {
            throw new Failure(e.getMessage() + " Choose another with LECTERN_SANDBOX_PORT", e);
        }
    }

    /** How long ago, by the real clock, the sandbox's time is: chosen once, so that a restart goes on from there. */
    private static Duration sinceStart(UnifiedJedis redis, PaperStore papers, Clock real) {
        if (!redis.exists(START)) {
            Instant begin = papers.newestListDay().map(Demo::opening).orElseGet(real::instant);
            redis.set(START, Duration.between(begin, real.instant()).toString());
        }
        return behind(redis);
    }

    /** How far the time of the demo in this Redis is behind the real one at most; zero where there is none. */
    static Duration behind(UnifiedJedis redis) {
        return Optional.ofNullable(redis.get(START)).map(Duration::parse).orElse(Duration.ZERO);
    }

    /** A Monday morning, a minute before the digest, with as many list days behind it as ahead. */
    private static Instant opening(LocalDate newestListDay) {
        LocalDate monday = newestListDay.minusDays(DAYS_AHEAD).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.atTime(8, 59).atZone(ZONE).toInstant();
    }

    /** Makes the first channel a reading group, as its first member would, and waits for the first digest. */
    private void found() {
        LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZONE);
        papers.withVectors(
                papers.papers().listedBetween(List.of(PaperList.DAILY), today.minusDays(LOOKED_BACK), today).stream()
                        .map(Paper::id)
                        .toList());
        SandboxClient people = new SandboxClient(sandbox.url());
        people.setUp(FOUNDER, CHANNEL, Map.of("topics", "agents, evaluation, efficient inference"));
        people.nextEvent();
    }

    String page() {
        return sandbox.url();
    }

    @Override
    public void close() {
        lectern.close();
        sandbox.close();
        papers.close();
    }

    /** The sandbox is there before Lectern is, and is told of it then. */
    private static final class LateBound implements ClockFollower {
        private volatile Optional<Lectern> lectern = Optional.empty();

        @Override
        public Optional<Instant> nextDue() {
            return lectern.flatMap(running -> running.worker().nextDue());
        }

        @Override
        public Optional<Instant> nextEvent() {
            return lectern.flatMap(running -> running.worker().nextStep());
        }

        @Override
        public void runDue() {
            lectern.ifPresent(running -> running.worker().runDue());
        }
    }

    /** They use the sandbox that they are in. */
    private static final class LateExtras implements Extras {
        private volatile Optional<Extras> people = Optional.empty();

        @Override
        public List<String> act(String visitor) {
            return people.map(present -> present.act(visitor)).orElse(List.of());
        }
    }
}
