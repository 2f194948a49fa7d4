package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.Again;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Next;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import dev.lectern.work.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/** Counts votes, each in one script. Any thread. */
final class VoteCasting {
    private static final int TRIES = 20;

    private static final Script CAST = Script.load("outbox", "cast");

    private final BallotStore ballots;
    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final Clock clock;
    private final Supplier<Duration> clockLead;
    private final Due due;

    VoteCasting(
            BallotStore ballots,
            UnifiedJedis redis,
            PaperStore papers,
            Clock clock,
            Supplier<Duration> clockLead,
            Due due) {
        this.ballots = ballots;
        this.redis = redis;
        this.papers = papers;
        this.clock = clock;
        this.clockLead = clockLead;
        this.due = due;
    }

    /** As {@link BallotStore#cast} says. */
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
        Vote vote = BallotStore.read(json);
        return new Cast.Counted(
                Optional.of(vote.knownAs(papers.canonical(vote.papers()))).filter(now -> !now.isEmpty()));
    }

    private Cast castOnce(
            GroupId group, RequestId request, BallotId id, UserId member, Choice choice, Outgoing redraw) {
        GroupKeys keys = new GroupKeys(group);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> ballotJson = ballots.json(group, id);
            Optional<String> groupJson = Optional.ofNullable(redis.get(keys.of("group")));
            if (groupJson.isEmpty() || ballotJson.isEmpty()) {
                return new Cast.Refused(Cast.Reason.NO_SUCH_BALLOT);
            }
            Ballot stored = Stored.read(ballotJson.get(), Ballot.class);
            Optional<Voter> voter = ballots.voter(group, stored, member);
            Same same = same(stored, voter.flatMap(known -> ballots.kept(keys, id, known)), choice);
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
        Set<PaperId> all = BallotStore.offered(ballot).collect(Collectors.toCollection(LinkedHashSet::new));
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
        names.addAll(List.of(
                keys.of(BallotStore.BALLOTS),
                keys.of(BallotStore.votesOf(ballot.id())),
                keys.of("group"),
                keys.answer(request)));
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
        Instant at = clock.instant().plus(VotingRules.BEFORE_EARLY_END);
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
}
