package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;

import dev.lectern.Samples;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ballots and votes to test with. */
final class Ballots {
    static final Instant OPENS = Instant.parse("2026-03-29T13:00:00Z");
    static final Instant CLOSES = OPENS.plus(Duration.ofDays(2));
    static final MeetingId MEETING = MeetingId.parse("2026-04-02");

    private Ballots() {}

    /** The papers in the order of their nomination, a minute apart, by Ada. */
    static Ballot of(int... papers) {
        return with(IntStream.range(0, papers.length)
                .mapToObj(i -> new Nomination(
                        paper(papers[i]), ADA, OPENS.minus(Duration.ofDays(7)).plusSeconds(60L * i)))
                .toList());
    }

    static Ballot with(List<Nomination> candidates) {
        return with(candidates, VotingRules.DEFAULT);
    }

    static Ballot with(List<Nomination> candidates, VotingRules rules) {
        return open(BallotId.of(MEETING), MEETING, candidates, OPENS, CLOSES, rules);
    }

    /** By the rules that a group starts with. */
    static Ballot open(BallotId id, MeetingId meeting, List<Nomination> candidates, Instant opens, Instant closes) {
        return open(id, meeting, candidates, opens, closes, VotingRules.DEFAULT);
    }

    private static Ballot open(
            BallotId id,
            MeetingId meeting,
            List<Nomination> candidates,
            Instant opens,
            Instant closes,
            VotingRules rules) {
        return Ballot.open(id, meeting, candidates, opens, closes, rules, "seed");
    }

    /** As the store closes it. */
    static Ballot closed(Ballot ballot) {
        return ballot.closed(Counting.verdict(ballot, Votes.none(), Optional.empty(), 3));
    }

    static Cast.Counted counted(PaperId... papers) {
        return new Cast.Counted(Optional.<Vote>of(Vote.Approves.of(papers)).filter(vote -> !vote.isEmpty()));
    }

    static Votes approve(UserId voter, PaperId... papers) {
        return approve(Votes.none(), voter, papers);
    }

    static Votes approve(Votes votes, UserId voter, PaperId... papers) {
        return votes.with(Voter.of(voter), Optional.of(Vote.Approves.of(papers)));
    }

    /** As if each voter tapped the paper. */
    static Votes tap(Votes votes, UserId voter, PaperId... papers) {
        Votes tapped = votes;
        for (PaperId paper : papers) {
            tapped = tapped.with(
                    Voter.of(voter),
                    Optional.of(new Vote.Approves(new Choice.Tap(paper).applyTo(tapped.of(voter), false))));
        }
        return tapped;
    }

    static Ballot any(Random random) {
        return with(IntStream.range(0, 2 + random.nextInt(19))
                .mapToObj(i -> new Nomination(paper(i), ADA, OPENS.minusSeconds(random.nextInt(5))))
                .toList());
    }

    /** Clicks of up to ten people, some on papers that are on no ballot. */
    static Votes clicks(Random random) {
        List<UserId> people = Samples.people(10);
        Votes votes = Votes.none();
        for (int i = random.nextInt(60); i > 0; i--) {
            votes = tap(votes, Samples.oneOf(people, random), paper(random.nextInt(25)));
        }
        return votes;
    }

    /** The rules that a group starts with, with each method. */
    static List<VotingRules> everyMethod() {
        return Arrays.stream(Method.values()).map(VotingRules.DEFAULT::with).toList();
    }

    /** Of any kind, about papers 0 to 4; some are empty. */
    static Vote anyVote(Random random) {
        List<PaperId> papers = new ArrayList<>(IntStream.range(0, 5)
                .filter(i -> random.nextBoolean())
                .mapToObj(Samples::paper)
                .toList());
        Collections.shuffle(papers, random);
        return switch (random.nextInt(4)) {
            case 0 -> new Vote.Abstains();
            case 1 -> new Vote.Approves(new LinkedHashSet<>(papers));
            case 2 ->
                new Vote.Scores(papers.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), paper -> random.nextInt(Vote.Scores.HIGHEST + 1))));
            default -> {
                int cut = random.nextInt(papers.size() + 1);
                yield new Vote.Ranks(
                        List.of(Set.copyOf(papers.subList(0, cut)), Set.copyOf(papers.subList(cut, papers.size()))));
            }
        };
    }
}
