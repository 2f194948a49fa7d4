package dev.lectern.crash;

import dev.lectern.crash.Plan.Fault;
import dev.lectern.crash.Plan.Line;
import dev.lectern.crash.Plan.What;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.PaperStore;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** A Slack workspace, three Lecterns, one Redis, and lines between them that break when told to. */
final class World implements AutoCloseable {
    static final String TEAM = "T0LECTERN";
    static final List<String> CHANNELS = List.of("C0READING", "C0VISION");

    private static final int LECTERNS = 3;
    private static final String BOT_TOKEN = "xoxb-sandbox";
    private static final String SIGNING_SECRET = "sandbox-signing-secret";
    /** A Monday in the weeks of the demo's papers. */
    private static final Instant BEGIN = Instant.parse("2026-04-06T06:00:00Z");

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final RedisServer redis;
    private final Sandbox sandbox;
    private final List<Map<Line, Proxy>> proxies = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private final FrontDoor door;
    private final Page page;
    private final Path folder;
    private final AtomicLong kills = new AtomicLong();

    World(Path folder, Random random) {
        this.folder = folder;
        this.redis = new RedisServer(folder.resolve("redis"));
        Clock real = Clock.systemUTC();
        new PaperStore(redis.commands()).saveAll(DemoPapers.load(), real.instant());
        Duration ago = Duration.between(BEGIN, real.instant());
        this.sandbox = Sandbox.start(SandboxConfiguration.of(BOT_TOKEN, SIGNING_SECRET)
                .aheadOf(() -> real.instant().minus(ago)));
        this.page = new Page(sandbox.url(), sandbox.clock(), folder.resolve("people.log"));
        IntStream.range(0, LECTERNS).forEach(this::addLectern);
        this.door = new FrontDoor(children, random);
        sandbox.connect(URI.create("http://127.0.0.1:" + door.port() + "/slack/events"));
    }

    private void addLectern(int number) {
        Map<Line, Proxy> lines = new EnumMap<>(Line.class);
        lines.put(Line.REDIS, new Proxy("redis-" + number, redis.port()));
        lines.put(Line.SLACK, new Proxy("slack-" + number, sandbox.port()));
        proxies.add(lines);
        children.add(new Child(
                Integer.toString(number),
                List.of(
                        RedisServer.url(lines.get(Line.REDIS).port()),
                        "http://127.0.0.1:" + lines.get(Line.SLACK).port() + "/api/",
                        BOT_TOKEN,
                        SIGNING_SECRET),
                folder.resolve("lectern-" + number + ".log"),
                lead()));
    }

    Page page() {
        return page;
    }

    FrontDoor door() {
        return door;
    }

    UnifiedJedis redis() {
        return redis.commands();
    }

    Instant now() {
        return sandbox.clock().instant();
    }

    /** How many lines were cut so far. */
    long cuts() {
        return proxies.stream()
                        .flatMap(lines -> lines.values().stream())
                        .mapToLong(Proxy::cuts)
                        .sum()
                + door.cuts();
    }

    /** How many processes were killed so far, Redis too. */
    long kills() {
        return kills.get();
    }

    /** Cuts every line there is. */
    void cutAll() {
        proxies.forEach(lines -> lines.values().forEach(Proxy::cutAll));
    }

    private Duration lead() {
        return Duration.between(Clock.systemUTC().instant(), now());
    }

    void awaitAllUp() throws InterruptedException {
        long latest = System.nanoTime() + LONGEST_START.toNanos();
        while (!children.stream().allMatch(child -> child.port().isPresent())) {
            if (System.nanoTime() - latest > 0) {
                throw new IllegalStateException("not all Lecterns are up: see " + folder);
            }
            Thread.sleep(20);
        }
    }

    /** Moves the clock; each Lectern learns of it so many milliseconds later. */
    void moveClock(Duration length, List<Integer> lags) throws InterruptedException {
        page.advance(length);
        Duration lead = lead();
        int waited = 0;
        for (int child : IntStream.range(0, children.size())
                .boxed()
                .sorted(Comparator.comparing(lags::get))
                .toList()) {
            Thread.sleep(Math.max(0, lags.get(child) - waited));
            waited = Math.max(waited, lags.get(child));
            children.get(child).clock(lead);
        }
    }

    void moveClock(Duration length) {
        page.advance(length);
        Duration lead = lead();
        children.forEach(child -> child.clock(lead));
    }

    /** Does what is planned, at its time; answers what should not have come of it. */
    List<String> goWrong(List<Fault> faults, long began) throws InterruptedException {
        List<Thread> going = new ArrayList<>();
        AtomicReference<List<String>> wrong = new AtomicReference<>(List.of());
        for (Fault fault : faults) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(Math.max(0, fault.at() - (System.nanoTime() - began) / 1_000_000));
                    List<String> said = goWrong(fault.what());
                    wrong.accumulateAndGet(said, World::joined);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            going.add(thread);
        }
        for (Thread thread : going) {
            thread.join();
        }
        return wrong.get();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<String> goWrong(What what) throws InterruptedException {
        if (what instanceof What.Kill kill) {
            kills.addAndGet(children.get(kill.child()).kill(kill.pause()) ? 1 : 0);
        } else if (what instanceof What.Terminate terminate) {
            if (!children.get(terminate.child()).terminate(terminate.pause(), LONGEST_STOP)) {
                return List.of("Lectern " + terminate.child() + " was not gone " + LONGEST_STOP + " after SIGTERM");
            }
        } else if (what instanceof What.KillRedis kill) {
            kills.incrementAndGet();
            redis.killAndStartAgain(kill.pause());
        } else if (what instanceof What.RedisAway away) {
            proxies.forEach(lines -> lines.get(Line.REDIS).refuseFor(away.length()));
        } else if (what instanceof What.SlackAway away) {
            proxies.get(away.child()).get(Line.SLACK).refuseFor(away.length());
        } else if (what instanceof What.Cut cut) {
            proxies.get(cut.child()).get(cut.line()).cutAll();
        } else if (what instanceof What.CutAt cut) {
            proxies.get(cut.child()).get(cut.line()).cutAt(cut.trip());
        } else if (what instanceof What.Delay delay) {
            proxies.get(delay.child()).get(delay.line()).delayFor(delay.length(), delay.each());
        } else if (what instanceof What.WrongClock clock) {
            children.get(clock.child()).mislead(clock.by());
            Thread.sleep(clock.length().toMillis());
            children.get(clock.child()).mislead(Duration.ZERO);
        }
        return List.of();
    }

    /** From now on all is well, and everybody is up. */
    void calm() throws InterruptedException {
        door.weather(false);
        proxies.forEach(lines -> lines.values().forEach(Proxy::calm));
        awaitAllUp();
    }

    /** Creates a folder for a world's logs and data. */
    static Path newFolder(Path parent) {
        try {
            return Files.createTempDirectory(Files.createDirectories(parent), "world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        door.close();
        proxies.forEach(lines -> lines.values().forEach(Proxy::close));
        sandbox.close();
        redis.close();
    }
}
