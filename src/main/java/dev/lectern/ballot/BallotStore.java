package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import dev.lectern.work.Stored;
import dev.lectern.work.UnreadableState;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;

/**
 * Ballots and votes in Redis. Any thread, any process. Papers that turned out to be one since are one on every ballot, under
 * the id by which they are known now; Redis keeps them as they were.
 */
public final class BallotStore {
    private static final Logger log = LoggerFactory.getLogger(BallotStore.class);
    static final String BALLOTS = "ballots";
    private static final String SECRETS = "ballots:secrets";

    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final VoteCasting casting;

    /** @param clockLead how far the clock is ahead of the real one: zero, but in a sandbox */
    public BallotStore(UnifiedJedis redis, Clock clock, Supplier<Duration> clockLead, Due due) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
        this.casting = new VoteCasting(this, redis, papers, clock, clockLead, due);
    }

    public Optional<Ballot> find(GroupId group, BallotId ballot) {
        return json(group, ballot)
                .map(json -> knownNow(List.of(Stored.read(json, Ballot.class))).get(0));
    }

    /** Every ballot that the group ever had, oldest first. */
    public List<Ballot> all(GroupId group) {
        return knownNow(redis.hgetAll(new GroupKeys(group).of(BALLOTS)).values().stream()
                .map(json -> Stored.read(json, Ballot.class))
                .sorted(Comparator.comparing(Ballot::opens))
                .toList());
    }

    /** Like {@link #all}, without those that a newer Lectern, or none, wrote: for what is only to be shown or weighed. */
    public List<Ballot> readable(GroupId group) {
        return knownNow(redis.hgetAll(new GroupKeys(group).of(BALLOTS)).values().stream()
                .flatMap(json -> read(group, json).stream())
                .sorted(Comparator.comparing(Ballot::opens))
                .toList());
    }

    private static Optional<Ballot> read(GroupId group, String json) {
        try {
            return Optional.of(Stored.read(json, Ballot.class));
        } catch (UnreadableState e) {
            log.warn("{}: a ballot is left out: {}", group, e.getMessage());
            return Optional.empty();
        }
    }

    private List<Ballot> knownNow(List<Ballot> ballots) {
        Map<PaperId, PaperId> canonical =
                papers.canonical(ballots.stream().flatMap(BallotStore::offered).toList());
        return ballots.stream().map(ballot -> ballot.knownAs(canonical)).toList();
    }

    static Stream<PaperId> offered(Ballot ballot) {
        return ballot.candidates().stream().map(Nomination::paper);
    }

    public List<Ballot> open(GroupId group) {
        return all(group).stream()
                .filter(ballot -> ballot.state() == BallotState.OPEN)
                .toList();
    }

    public Votes votes(GroupId group, BallotId ballot) {
        return votes(group, Set.of(ballot)).getOrDefault(ballot, Votes.none());
    }

    /** Of each of these ballots, at once. */
    public Map<BallotId, Votes> votes(GroupId group, Set<BallotId> ballots) {
        Map<BallotId, Votes> stored = new LinkedHashMap<>();
        asStored(group, ballots).forEach((ballot, votes) -> stored.put(ballot, votes(votes)));
        Map<PaperId, PaperId> canonical = papers.canonical(stored.values().stream()
                .flatMap(votes -> votes.byVoter().values().stream())
                .flatMap(vote -> vote.papers().stream())
                .toList());
        stored.replaceAll((ballot, votes) -> votes.knownAs(canonical));
        return stored;
    }

    private Map<BallotId, Map<String, String>> asStored(GroupId group, Set<BallotId> ballots) {
        if (ballots.isEmpty()) {
            return Map.of();
        }
        Map<BallotId, Response<Map<String, String>>> answers = new LinkedHashMap<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            ballots.forEach(ballot -> answers.put(ballot, pipeline.hgetAll(new GroupKeys(group).of(votesOf(ballot)))));
            pipeline.sync();
        }
        Map<BallotId, Map<String, String>> stored = new LinkedHashMap<>();
        answers.forEach((ballot, answer) -> stored.put(ballot, answer.get()));
        return stored;
    }

    private static Votes votes(Map<String, String> stored) {
        Map<Voter, Vote> votes = new LinkedHashMap<>();
        stored.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(vote -> votes.put(new Voter(vote.getKey()), read(vote.getValue())));
        return new Votes(votes);
    }

    /** Under which name a member's vote is kept; empty where a secret ballot has closed, and nobody can tell any more. */
    public Optional<Voter> voter(GroupId group, Ballot ballot, UserId member) {
        return names(group, ballot).map(names -> names.apply(member));
    }

    private Optional<Function<UserId, Voter>> names(GroupId group, Ballot ballot) {
        if (ballot.rules().secrecy() != Secrecy.SECRET) {
            return Optional.of(Voter::of);
        }
        return Optional.ofNullable(
                        redis.hget(new GroupKeys(group).of(SECRETS), ballot.id().value()))
                .map(json -> Stored.read(json, String.class))
                .map(secret -> member -> Voter.hidden(member, secret));
    }

    /** How a member voted; empty where they did not, and where nobody can tell any more. */
    public Optional<Vote> vote(GroupId group, Ballot ballot, UserId member) {
        return voter(group, ballot, member)
                .flatMap(voter -> kept(new GroupKeys(group), ballot.id(), voter))
                .map(vote -> vote.knownAs(papers.canonical(vote.papers())));
    }

    /** Which of these members have not voted, abstained neither; none where nobody can tell any more. */
    List<UserId> notVoted(GroupId group, Ballot ballot, Collection<UserId> members) {
        Optional<Function<UserId, Voter>> names = names(group, ballot);
        Set<Voter> voted = votes(group, ballot.id()).byVoter().keySet();
        return names.map(named -> members.stream()
                        .filter(member -> !voted.contains(named.apply(member)))
                        .toList())
                .orElse(List.of());
    }

    /** @param secret which nobody can guess; used where the ballot is secret */
    void open(Change change, Ballot ballot, String secret) {
        if (ballot.rules().secrecy() == Secrecy.SECRET) {
            change.put(SECRETS, ballot.id().value(), secret);
        }
        save(change, ballot);
    }

    /** Saves a ballot that takes no more votes; from then on nobody can tell who cast which on a secret one. */
    void end(Change change, Ballot ballot) {
        change.remove(SECRETS, ballot.id().value());
        save(change, ballot);
    }

    void save(Change change, Ballot ballot) {
        change.put(BALLOTS, ballot.id().value(), ballot);
    }

    /**
     * Counts one choice as {@link Cast#decide} does, in one script: two clicks at once, from two processes, at the very
     * deadline, all have one outcome. The deadline is judged by Redis' own clock. The same request counts once and is
     * answered the same for ten minutes, so it is tried again when the line to Redis breaks.
     */
    Cast cast(GroupId group, RequestId request, BallotId id, UserId member, Choice choice, Outgoing redraw) {
        return casting.cast(group, request, id, member, choice, redraw);
    }

    Optional<Vote> kept(GroupKeys keys, BallotId ballot, Voter voter) {
        return Optional.ofNullable(redis.hget(keys.of(votesOf(ballot)), voter.value()))
                .map(BallotStore::read);
    }

    /** As it stands in Redis. */
    Optional<String> json(GroupId group, BallotId ballot) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(BALLOTS), ballot.value()));
    }

    static Vote read(String json) {
        try {
            return KeptVote.read(json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw UnreadableState.corrupt("vote", e);
        }
    }

    static String votesOf(BallotId ballot) {
        return "votes:" + ballot;
    }
}
