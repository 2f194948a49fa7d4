package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private static final int PLACES = 10;

    private static Prospect prospect(int n, double support, int waitingDays) {
        Instant since = START.minus(Duration.ofDays(waitingDays));
        return new Prospect(
                new Nomination(paper(n), ADA, START.minus(Duration.ofDays(1000)).plusSeconds(n)),
                new Support(Optional.empty(), 0, support),
                Optional.empty(),
                since,
                since,
                0);
    }

    private static Prospect resting(Prospect prospect) {
        return new Prospect(prospect.nomination(), prospect.support(), Optional.of(START), START, prospect.wanted(), 1);
    }

    private static List<PaperId> order(Prospect... prospects) {
        return Candidates.inOrder(List.of(prospects), nomination -> false).stream()
                .map(Nomination::paper)
                .toList();
    }

    @Test
    void what_is_wanted_most_comes_first_and_every_third_place_goes_to_the_longest_waiting() {
        assertThat(order(
                        prospect(1, 0, 90),
                        prospect(2, 5, 10),
                        prospect(3, 4, 10),
                        prospect(4, 3, 10),
                        prospect(5, 2, 10),
                        prospect(6, 0, 80)))
                .containsExactly(paper(2), paper(3), paper(1), paper(4), paper(5), paper(6));
    }

    @Test
    void of_papers_wanted_alike_the_earlier_nomination_comes_first() {
        assertThat(order(prospect(3, 1, 5), prospect(1, 1, 5), prospect(2, 1, 5)))
                .containsExactly(paper(1), paper(2), paper(3));
    }

    @Test
    void what_rests_or_is_excluded_is_no_candidate() {
        assertThat(order(prospect(1, 1, 5), resting(prospect(2, 9, 5)))).containsExactly(paper(1));
        assertThat(Candidates.inOrder(
                        List.of(prospect(1, 1, 5), prospect(2, 9, 5)),
                        nomination -> nomination.paper().equals(paper(2))))
                .extracting(Nomination::paper)
                .containsExactly(paper(1));
    }

    @Test
    void everything_that_can_be_voted_on_is_in_the_order_once() {
        Seeded.times(300, random -> {
            List<Prospect> prospects = IntStream.range(0, random.nextInt(40))
                    .mapToObj(i -> prospect(i, random.nextInt(4), random.nextInt(10)))
                    .toList();
            List<Nomination> order = Candidates.inOrder(prospects, nomination -> false);
            assertThat(order)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            prospects.stream().map(Prospect::nomination).toList());
            assertThat(Candidates.inOrder(new ArrayList<>(Samples.shuffled(prospects, random)), nomination -> false))
                    .isEqualTo(order);
        });
    }

    @Test
    void over_the_weeks_every_nominated_paper_gets_onto_a_ballot_in_time() {
        Seeded.times(12, random -> new Weeks(random).go(40));
    }

    /** A group that nominates, seconds and votes every week, its taste being one that knows some papers and not others. */
    private static final class Weeks {
        private final Random random;
        private final List<UserId> members = Samples.people(8);
        private final Map<PaperId, Double> liked = new HashMap<>();
        private final List<Ballot> ballots = new ArrayList<>();
        private final Map<PaperId, Integer> dueInBallots = new LinkedHashMap<>();
        private Backlog backlog = Backlog.empty();
        private int last;

        Weeks(Random random) {
            this.random = random;
        }

        void go(int weeks) {
            for (int week = 0; week < weeks; week++) {
                Instant monday = START.plus(Duration.ofDays(7L * week));
                nominate(monday, week == 0 ? 25 : random.nextInt(4));
                vote(monday, monday.plus(Duration.ofDays(2)));
            }
        }

        private void nominate(Instant at, int papers) {
            int waiting = Candidates.inOrder(prospects(at), nomination -> false).size();
            for (int i = 0; i < papers; i++) {
                Nomination nomination =
                        new Nomination(paper(last++), Samples.oneOf(members, random), at.plusSeconds(i));
                liked.put(nomination.paper(), random.nextDouble());
                backlog = backlog.add(nomination).backlog();
                dueInBallots.put(nomination.paper(), (waiting + i) / Candidates.FOR_WAITING + 1);
            }
            backlog.nominations().stream()
                    .filter(nomination -> random.nextInt(10) == 0)
                    .forEach(nomination -> backlog =
                            backlog.second(new Second(nomination.paper(), Samples.oneOf(members, random), at)));
        }

        private List<Prospect> prospects(Instant at) {
            return backlog.nominations().stream()
                    .map(nomination -> Prospect.of(nomination, backlog, ballots, at))
                    .toList();
        }

        private void vote(Instant opens, Instant closes) {
            List<Nomination> candidates = Candidates.inOrder(prospects(opens), nomination -> false).stream()
                    .limit(PLACES)
                    .toList();
            if (candidates.size() < Ballot.FEWEST_CANDIDATES) {
                return;
            }
            MeetingId meeting = MeetingId.parse(
                    LocalDate.ofEpochDay(20_000L + ballots.size()).toString());
            Ballot ballot = Ballots.open(BallotId.of(meeting), meeting, candidates, opens, closes);
            Votes votes = Votes.none();
            for (UserId member : members) {
                Set<PaperId> approved = new HashSet<>();
                candidates.stream()
                        .map(Nomination::paper)
                        .filter(paper -> random.nextDouble() < liked.getOrDefault(paper, 0.0))
                        .forEach(approved::add);
                votes = votes.with(Voter.of(member), Optional.<Vote>of(new Vote.Approves(approved)));
            }
            PaperId winner = PaperId.parse(Counting.count(ballot, votes).winner());
            ballots.add(ballot.closed(Counting.verdict(ballot, votes, Optional.of(winner), members.size())));
            backlog = backlog.remove(winner);
            candidates.forEach(candidate -> dueInBallots.remove(candidate.paper()));
            dueInBallots.replaceAll((paper, due) -> due - 1);
            assertThat(dueInBallots)
                    .as("ballots left until each must be on one")
                    .allSatisfy((paper, due) -> assertThat(due).isPositive());
        }
    }
}
