package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.Again;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Next;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import dev.lectern.work.Stored;
import dev.lectern.work.UnreadableState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private static final String BALLOTS = "ballots";
    private static final String SECRETS = "ballots:secrets";
    private static final int TRIES = 20;
    /** Time to think again for whoever votes last. */
    private static final Duration BEFORE_EARLY_END = Duration.ofMinutes(1);

    private static final Script CAST = Script.load("outbox", "cast");

    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final Clock clock;
    private final Supplier<Duration> clockLead;
    private final Due due;

    /** @param clockLead how far the clock is ahead of the real one: zero, but in a sandbox */
    public BallotStore(UnifiedJedis redis, Clock clock, Supplier<Duration> clockLead, Due due) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
        this.clock = clock;
        this.clockLead = clockLead;
        this.due = due;
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

    private static Stream<PaperId> offered(Ballot ballot) {
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
        return Again.whileTheLineBreaks(() -> {
            Cast cast = castOnce(group, request, id, member, choice, redraw);
            return cast instanceof Cast.Refused ? counted(group, request).orElse(cast) : cast;
        });
    }

    /** What the same request got before, which holds also when the vote has closed since. */
    private Optional<Cast> counted(GroupId group, RequestId request) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).answer(request)))
                .map(this::counted);
    }

    private Cast counted(String json) {
        Vote vote = read(json);
        return new Cast.Counted(
                Optional.of(vote.knownAs(papers.canonical(vote.papers()))).filter(now -> !now.isEmpty()));
    }

    private Cast castOnce(
            GroupId group, RequestId request, BallotId id, UserId member, Choice choice, Outgoing redraw) {
        GroupKeys keys = new GroupKeys(group);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> ballotJson = json(group, id);
            Optional<String> groupJson = Optional.ofNullable(redis.get(keys.of("group")));
            if (groupJson.isEmpty() || ballotJson.isEmpty()) {
                return new Cast.Refused(Cast.Reason.NO_SUCH_BALLOT);
            }
            Ballot stored = Stored.read(ballotJson.get(), Ballot.class);
            Optional<Voter> voter = voter(group, stored, member);
            Same same = same(stored, voter.flatMap(known -> kept(keys, id, known)), choice);
            Ballot ballot = stored.knownAs(same.canonical());
            Group read = Stored.read(groupJson.get(), Group.class);
            if (decide(ballot, read, member, same.choice(), ballot.opens()) instanceof Cast.Refused) {
                // It cannot count at any time, so our own clock is good enough to say which reason comes first.
                return decide(ballot, read, member, same.choice(), clock.instant());
            }
            if (voter.isEmpty()) {
                continue; // It has closed since it was read.
            }
            Due.Intent intent = due.intend(group);
            Object answer = run(keys, request, stored, ballotJson.get(), groupJson.get(), voter.get(), same, redraw);
            if ("closed".equals(answer)) {
                return new Cast.Refused(Cast.Reason.CLOSED);
            }
            if ("too many".equals(answer)) {
                return new Cast.Refused(Cast.Reason.TOO_MANY);
            }
            if (answer instanceof List<?> counted) {
                due.fulfil(intent, Next.read(counted.get(1)));
                return counted((String) counted.get(0));
            }
        }
        throw new IllegalStateException("ballot " + id + " of " + group + " kept changing; the vote was not counted");
    }

    /**
     * What a choice is about, where papers may have turned out to be one since the button was drawn or the voter voted.
     *
     * @param choice with the papers as they are known now
     * @param ids under which the voter may have approved of a tapped paper
     * @param offered every id of a paper on the ballot under which the voter may have voted
     * @param canonical what the ballot's papers are known as now
     */
    private record Same(Choice choice, Set<PaperId> ids, Set<PaperId> offered, Map<PaperId, PaperId> canonical) {}

    private Same same(Ballot ballot, Optional<Vote> before, Choice choice) {
        Set<PaperId> all = offered(ballot).collect(Collectors.toCollection(LinkedHashSet::new));
        before.ifPresent(vote -> all.addAll(vote.papers()));
        all.addAll(choice.papers());
        Map<PaperId, PaperId> canonical = papers.canonical(all);
        Ballot known = ballot.knownAs(canonical);
        Choice now = choice.knownAs(canonical);
        Set<PaperId> ids = new LinkedHashSet<>(now.papers());
        all.stream().filter(id -> now.papers().contains(canonical.get(id))).forEach(ids::add);
        Set<PaperId> offered = all.stream()
                .filter(id -> known.offers(canonical.getOrDefault(id, id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Same(now, ids, offered, canonical);
    }

    private Optional<Vote> kept(GroupKeys keys, BallotId ballot, Voter voter) {
        return Optional.ofNullable(redis.hget(keys.of(votesOf(ballot)), voter.value()))
                .map(BallotStore::read);
    }

    /** Without the vote before, which changes nothing about whether one can count at all. */
    private static Cast decide(Ballot ballot, Group group, UserId member, Choice choice, Instant at) {
        return Cast.decide(Optional.of(ballot), group, Optional.empty(), member, choice, at);
    }

    private Object run(
            GroupKeys keys,
            RequestId request,
            Ballot ballot,
            String ballotJson,
            String groupJson,
            Voter voter,
            Same same,
            Outgoing redraw) {
        List<String> names = new ArrayList<>(keys.forScripts());
        names.addAll(List.of(keys.of(BALLOTS), keys.of(votesOf(ballot.id())), keys.of("group"), keys.answer(request)));
        List<String> arguments = new ArrayList<>(List.of(
                ballot.id().value(),
                ballotJson,
                groupJson,
                Long.toString(ballot.opens().toEpochMilli()),
                Long.toString(ballot.closes().toEpochMilli()),
                Long.toString(clockLead.get().toMillis()),
                voter.value(),
                redraw.id(),
                redraw.json(),
                Long.toString(Changes.SAME_REQUEST.toMillis())));
        arguments.addAll(choice(ballot, same));
        arguments.addAll(early(ballot));
        return CAST.run(redis, names, arguments);
    }

    /** With each vote, where that may end the ballot: when to look whether all have voted. A later vote moves it. */
    private List<String> early(Ballot ballot) {
        Instant at = clock.instant().plus(BEFORE_EARLY_END);
        return List.of(
                BallotSteps.EARLY + "/" + ballot.id(),
                ballot.rules().endsEarly() ? Long.toString(at.toEpochMilli()) : "");
    }

    private static List<String> choice(Ballot ballot, Same same) {
        if (same.choice() instanceof Choice.Tap tap) {
            return List.of(
                    "tap",
                    tap.paper().value(),
                    Json.write(same.ids()),
                    Integer.toString(ballot.rules().mostApprovals()),
                    Json.write(same.offered()));
        }
        return List.of(
                "whole", same.choice() instanceof Choice.Whole whole ? KeptVote.write(whole.vote()) : KeptVote.NONE);
    }

    private Optional<String> json(GroupId group, BallotId ballot) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(BALLOTS), ballot.value()));
    }

    private static Vote read(String json) {
        try {
            return KeptVote.read(json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw UnreadableState.corrupt("vote", e);
        }
    }

    private static String votesOf(BallotId ballot) {
        return "votes:" + ballot;
    }
}
