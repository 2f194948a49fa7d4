package dev.lectern.app;

import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.TallyShown;
import dev.lectern.ballot.Votes;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.UserId;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.BenchRedis;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A ballot on which a whole large channel votes within ten seconds, through two Lecterns on one Redis: each once, some by
 * requests that both get at the same moment, the last ones around the very deadline.
 */
final class ThousandVoters implements AutoCloseable {
    private static final Duration OPEN_FOR = Duration.ofSeconds(10);
    /** Until when clicks come after the deadline. */
    private static final Duration LATEST = Duration.ofMillis(500);

    private static final int SENDERS = 64;
    private static final double TWICE = 0.1;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> NOMINATED =
            List.of("2603.25158", "2603.25716", "2603.25750", "2603.25746", "2603.27771");
    private static final String BALLOT = "2026-04-09";
    private static final String CHANNEL = Sample.group().channel().value();

    private static final VotingRules WITHOUT_REMINDER =
            new VotingRules(Method.APPROVAL, Secrecy.OPEN, TallyShown.LIVE, 0, 0, true, false, false);

    private final int voters;
    private final BenchRedis redis = BenchRedis.durable();
    private final BenchClock clock = new BenchClock();
    private final SlowSlack slack = new SlowSlack(Sample.TEAM, clock);
    private final PapersAtHand papers;
    private final List<Lectern> lecterns;
    private final SlackRequests requests;
    private final Map<Integer, Long> nanos = new ConcurrentHashMap<>();

    ThousandVoters(int voters) {
        this.voters = voters;
        new PaperStore(redis.commands()).saveAll(DemoPapers.load(), SampleLife.MONDAY);
        papers = PapersAtHand.open(redis.commands(), redis.folder(), new WordsEmbedder());
        clock.set(SampleLife.MONDAY);
        lecterns = List.of(lectern(), lectern());
        requests = new SlackRequests(
                lecterns.stream().map(one -> new Door(one.port())).toList(), clock, slack.url() + "response");
    }

    private Lectern lectern() {
        return Lectern.start(
                new Lectern.Ground(
                        redis.commands(), clock, clock.lead(), papers, Outside.NOBODY, false),
                Door.to(slack.url(), "xoxb-bench"),
                Door.ANYWHERE);
    }

    Table run() throws InterruptedException {
        open();
        slack.takes(Duration.ofMillis(100));
        BallotStore ballots =
                new BallotStore(redis.commands(), clock, clock.lead(), new Due(redis.commands()));
        BallotId id = BallotId.parse(BALLOT);
        Instant deadline = ballots.find(Sample.group(), id).orElseThrow().closes();
        clock.set(deadline.minus(OPEN_FOR));
        long begun = System.nanoTime();
        vote(begun);
        Patience.await(PATIENCE, () -> ballots.find(Sample.group(), id).orElseThrow().state() == BallotState.CLOSED);
        Votes votes = ballots.votes(Sample.group(), id);
        String turnout = String.format(Locale.ROOT, "%d of %d voted", votes.turnout(), voters);
        Patience.await(PATIENCE, () -> slack.redraws().stream().reduce((one, later) -> later)
                .filter(last -> last.blocks().contains(turnout))
                .isPresent());
        return table(votes, deadline);
    }

    private void open() throws InterruptedException {
        // The clock jumps to the last seconds of the vote: a thousand reminders on the way would be in the way.
        redis.commands().set(new GroupKeys(Sample.group()).of("voting"), Stored.write(WITHOUT_REMINDER));
        requests.setUp(IntStream.range(0, voters).mapToObj(Sample::member).toList());
        clock.set(Instant.parse("2026-04-06T09:00:01Z"));
        NOMINATED.forEach(paper -> requests.command(Sample.member(0), "nominate " + paper));
        clock.set(Instant.parse("2026-04-06T11:00:00Z"));
        BallotStore ballots =
                new BallotStore(redis.commands(), clock, clock.lead(), new Due(redis.commands()));
        Patience.await(PATIENCE, () -> !ballots.open(Sample.group()).isEmpty());
    }

    /** Nine in ten spread over the time, the others in its last moment and just after it. */
    private void vote(long begun) throws InterruptedException {
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
        Random random = new Random(1);
        for (int voter = 0; voter < voters; voter++) {
            boolean last = voter % 10 == 9;
            long at = last
                    ? OPEN_FOR.minus(LATEST).toMillis() + random.nextInt(2 * (int) LATEST.toMillis())
                    : random.nextInt((int) OPEN_FOR.minus(LATEST).toMillis());
            Map<String, String> click = requests.clicked(
                    Sample.member(voter),
                    "ballot.vote/1/" + BALLOT,
                    NOMINATED.get(random.nextInt(NOMINATED.size())),
                    CHANNEL);
            int who = voter;
            int door = random.nextInt(2);
            long delay = TimeUnit.MILLISECONDS.toNanos(at) - (System.nanoTime() - begun);
            senders.schedule(() -> send(who, door, click), delay, TimeUnit.NANOSECONDS);
            if (random.nextDouble() < TWICE) {
                senders.schedule(() -> requests.knock(1 - door, click), delay, TimeUnit.NANOSECONDS);
            }
        }
        senders.shutdown();
        if (!senders.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("not all have voted within " + PATIENCE);
        }
    }

    private void send(int voter, int door, Map<String, String> click) {
        long before = System.nanoTime();
        requests.knock(door, click);
        nanos.put(voter, System.nanoTime() - before);
    }

    private Table table(Votes votes, Instant deadline) {
        Map<String, String> told = slack.responses();
        long refused = told.values().stream().filter(said -> said.contains("closed")).count();
        long otherwise = told.size() - refused;
        long lost = 0;
        long doubtful = 0;
        for (int voter = 0; voter < voters; voter++) {
            String member = Sample.member(voter);
            boolean kept = votes.of(new UserId(member)).isPresent();
            lost += !kept && nanos.containsKey(voter) && !told.containsKey(member) ? 1 : 0;
            doubtful += kept && told.containsKey(member) ? 1 : 0;
        }
        List<SlowSlack.Redraw> redraws = slack.redraws();
        List<Long> millis = new ArrayList<>();
        nanos.values().forEach(each -> millis.add(TimeUnit.NANOSECONDS.toMillis(each)));
        Measured measured = Measured.millis(millis);
        Table table = new Table(
                "%,d members vote within %d s on one ballot, two Lecterns, each write on disk"
                        .formatted(voters, OPEN_FOR.toSeconds()),
                "what",
                "how much");
        table.row("answered", nanos.size());
        table.row("counted", votes.turnout());
        table.row("told that the vote had closed", refused);
        table.row("told anything else", otherwise);
        table.row("answered as counted, and lost", lost);
        table.row("refused, and counted", doubtful);
        table.row("answered, p50 ms", measured.median());
        table.row("answered, p99 ms", measured.percentile(99));
        table.row("answered, max ms", measured.max());
        table.row("redraws of the ballot", redraws.size());
        table.row("last redraw shows all who voted", "yes");
        table.row(
                "s from the deadline to that",
                Duration.between(deadline, redraws.get(redraws.size() - 1).at()).toMillis() / 1000.0);
        return table;
    }

    @Override
    public void close() {
        lecterns.forEach(Lectern::close);
        papers.close();
        slack.close();
        redis.close();
    }
}
