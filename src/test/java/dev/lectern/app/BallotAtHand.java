package dev.lectern.app;

import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotEvent;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.VotingRules;
import dev.lectern.group.UserId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.Json;
import dev.lectern.work.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/** The reading group's open ballot in Redis, so that tests can have one by any rules on any papers. */
final class BallotAtHand {
    private static final String KEYS = "lectern:{T0LECTERN:" + People.READING + "}:";
    private static final String BALLOTS = KEYS + "ballots";

    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final String id;
    private final Instant closes;

    /** @param id of a ballot that is open */
    BallotAtHand(UnifiedJedis redis, String id) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
        this.id = id;
        this.closes = now().closes();
    }

    /** How the group's next ballots are held. */
    static void rules(UnifiedJedis redis, VotingRules rules) {
        redis.set(KEYS + "voting", Stored.write(rules));
    }

    String id() {
        return id;
    }

    /** As if it had just opened so, with nobody's vote. */
    void begin(VotingRules rules, int candidates) {
        redis.del(KEYS + "votes:" + id);
        redis.hset(KEYS + "ballots:secrets", id, Stored.write("a secret of the ballot"));
        Instant nominated = now().opens().minus(Duration.ofDays(1));
        List<PaperId> ids = papers.ids().stream().sorted().limit(candidates).toList();
        change(ballot -> new Ballot(
                ballot.id(),
                ballot.meeting(),
                IntStream.range(0, candidates)
                        .mapToObj(i -> new Nomination(ids.get(i), new UserId(People.BEN), nominated.plusSeconds(i)))
                        .toList(),
                ballot.opens(),
                closes,
                BallotState.OPEN,
                rules,
                ballot.seed(),
                List.of(),
                ballot.verdict()));
    }

    void change(UnaryOperator<Ballot> change) {
        redis.hset(BALLOTS, id, Stored.write(change.apply(now())));
    }

    void noting(BallotEvent event) {
        change(ballot -> ballot.noting(event));
    }

    Ballot now() {
        return Stored.read(redis.hget(BALLOTS, id), Ballot.class);
    }

    /** The papers in the ballot's order. */
    List<PaperId> papers() {
        return now().candidates().stream().map(Nomination::paper).toList();
    }

    String paper(int n) {
        return papers().get(n).value();
    }

    /** The n-th paper's title as it is stored. */
    String title(int n) {
        return papers.find(papers().get(n)).map(Paper::title).orElseThrow();
    }

    /** Who voted, with what is kept of it. */
    Map<String, String> votes() {
        return redis.hgetAll(KEYS + "votes:" + id);
    }

    /** A paper of the store becomes one that its authors withdrew. */
    void withdraw(String paper, Instant since) {
        Paper known = papers.find(PaperId.parse(paper)).orElseThrow();
        papers.save(Draft.titled(known.title()).withNames(known.names()).withWithdrawn(since), since);
    }

    /** A member's ranking of the ballot's papers by number, those of the same place together. */
    List<List<Integer>> ranks(String member) {
        List<List<Integer>> places = new ArrayList<>();
        JsonNode kept = Json.MAPPER.readTree(votes().getOrDefault(member, "{}"));
        kept.path("ranks")
                .forEach(place -> places.add(place.valueStream()
                        .map(paper -> papers().indexOf(PaperId.parse(paper.asString())))
                        .sorted()
                        .toList()));
        return places;
    }
}
