package dev.lectern.app;

import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.BenchRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A group's first week, lived through Lectern's own door as Slack would send it: set up on a Monday with ten members, a
 * digest, three nominations, ten votes, a presenter who accepts, the meeting. It is looked at three times on the way.
 * Another group's first half year is made of such weeks.
 */
final class SampleLife implements AutoCloseable {
    /** The Monday of the demo's papers. */
    static final Instant MONDAY = Instant.parse("2026-04-06T08:00:00Z");

    static final int MEMBERS = 10;
    private static final List<String> NOMINATED = List.of("2603.25158", "2603.28590", "2604.02317");
    /** Before them there is a week of papers, and after them the week of the digest. */
    private static final int LIVED_WEEKS = MadeUpPapers.WEEKS - 2;

    private static final String BALLOT = "2026-04-09";

    private final BenchRedis redis = BenchRedis.inMemory();
    private final BenchClock clock = new BenchClock();
    private final SlowSlack slack = new SlowSlack(Sample.TEAM, clock);
    private final PapersAtHand papers;
    private final Lectern lectern;
    private final SlackRequests requests;

    /**
     * The group at three moments.
     *
     * @param begun just set up: its digest is what is next due
     * @param voting its ballot is open, with ten votes, and is what is next due
     * @param idle after the week: nothing is due for days
     */
    record Moments(Sample begun, Sample voting, Sample idle) {}

    static Moments live() {
        try (SampleLife life = new SampleLife()) {
            return life.week();
        }
    }

    /** Half a year later, when its digest is what is next due; {@link MadeUpPapers} are what it read. */
    static Sample settled() {
        try (SampleLife life = new SampleLife()) {
            return life.halfAYear();
        }
    }

    /** The Monday of that digest. */
    static Instant settledMonday() {
        return MONDAY.plus(Duration.ofDays(7L * LIVED_WEEKS));
    }

    private SampleLife() {
        new PaperStore(redis.commands()).saveAll(DemoPapers.load(), MONDAY);
        papers = PapersAtHand.open(redis.commands(), redis.folder(), new WordsEmbedder());
        clock.set(MONDAY);
        lectern = Lectern.start(
                new Lectern.Ground(redis.commands(), clock, clock.lead(), papers, Outside.NOBODY, true),
                Door.to(slack.url(), "xoxb-bench"),
                Door.ANYWHERE);
        requests = new SlackRequests(List.of(new Door(lectern.port())), clock, slack.url() + "response");
    }

    private Moments week() {
        setUp();
        settle();
        Sample begun = Sample.of(redis.commands());
        at("2026-04-06T09:00:01Z");
        members(NOMINATED.size())
                .forEach(member -> command(Sample.member(member), "nominate " + NOMINATED.get(member)));
        at("2026-04-06T11:00:00Z");
        members(MEMBERS).forEach(member -> vote(member, BALLOT, NOMINATED));
        settle();
        Sample voting = Sample.of(redis.commands());
        at("2026-04-07T15:00:01Z");
        requests.click(
                Sample.member(0),
                "presenter.accept/1/" + Sample.group(),
                BALLOT,
                "D" + Sample.member(0).substring(1));
        at("2026-04-08T15:00:01Z");
        at("2026-04-09T15:00:01Z");
        at("2026-04-09T16:00:01Z");
        return new Moments(begun, voting, Sample.of(redis.commands()));
    }

    private Sample halfAYear() {
        MadeUpPapers.keep(redis.commands(), new WordsEmbedder());
        setUp();
        settle();
        for (int week = 0; week < LIVED_WEEKS; week++) {
            live(week);
        }
        return Sample.of(redis.commands());
    }

    /** Everybody likes one of three papers best, as in the first week. */
    private void live(int week) {
        Instant monday = MONDAY.plus(Duration.ofDays(7L * week));
        String ballot = LocalDate.of(2026, 4, 9).plusWeeks(week).toString();
        List<String> nominated = members(NOMINATED.size()).stream()
                .map(which -> MadeUpPapers.idIn(week, which * 7))
                .toList();
        // The vote opens on Sunday, and in the first week waits for Monday's nominations.
        at(monday.plus(Duration.ofHours(week == 0 ? 1 : -20)));
        members(nominated.size())
                .forEach(member -> command(Sample.member(member), "nominate " + nominated.get(member)));
        at(monday.minus(Duration.ofHours(17)));
        at(monday.plus(Duration.ofHours(1)));
        at(monday.plus(Duration.ofHours(3)));
        members(MEMBERS).forEach(member -> vote(member, ballot, nominated));
        at(monday.plus(Duration.ofHours(31)));
        at(monday.plus(Duration.ofHours(55)));
        at(monday.plus(Duration.ofHours(79)));
        at(monday.plus(Duration.ofHours(80)));
    }

    /** A little after that. */
    private void at(Instant instant) {
        clock.set(instant.plusSeconds(1));
        settle();
    }

    private static List<Integer> members(int howMany) {
        return IntStream.range(0, howMany).boxed().toList();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        settle();
    }

    private void settle() {
        lectern.worker().runDue();
    }

    private void setUp() {
        requests.setUp(members(MEMBERS).stream().map(Sample::member).toList());
    }

    private void vote(int member, String ballot, List<String> nominated) {
        requests.click(
                Sample.member(member),
                "ballot.vote/1/" + ballot,
                nominated.get(member % nominated.size()),
                Sample.group().channel().value());
    }

    private void command(String user, String text) {
        String answer = requests.command(user, text);
        if (!answer.contains("Nominated")) {
            throw new IllegalStateException(text + ": " + answer);
        }
    }

    @Override
    public void close() {
        lectern.close();
        papers.close();
        slack.close();
        redis.close();
    }
}
