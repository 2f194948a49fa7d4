package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.BERLIN;
import static dev.lectern.remember.Remembered.at;
import static dev.lectern.remember.Remembered.held;
import static dev.lectern.remember.Remembered.question;
import static dev.lectern.remember.Remembered.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.Verdict;
import dev.lectern.ballot.Vote;
import dev.lectern.ballot.Voter;
import dev.lectern.ballot.Votes;
import dev.lectern.ballot.VotingRules;
import dev.lectern.discussion.Discussion;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Answer;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.remember.GroupStatistics.Measured;
import dev.lectern.remember.GroupStatistics.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-05");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-02");
    private static final LocalDate MAY = LocalDate.parse("2026-05-07");
    private static final BiPredicate<UserId, LocalDate> NOBODY_AWAY = (who, day) -> false;

    private List<Meeting> meetings = List.of();
    private List<Discussion> said = List.of();
    private final List<Ballot> ballots = new ArrayList<>();
    private Map<BallotId, Votes> votes = Map.of();
    private Set<Nomination> nominations = Set.of();
    private Map<UserId, LocalDate> joined = Map.of(ADA, MARCH, BEN, MARCH, CLEO, MARCH);
    private BiPredicate<UserId, LocalDate> away = NOBODY_AWAY;

    private Life life() {
        return new Life(
                BERLIN,
                meetings,
                said.stream().collect(Collectors.toMap(Discussion::meeting, Function.identity())),
                ballots,
                votes,
                nominations,
                joined,
                away);
    }

    private GroupStatistics group(UserId... members) {
        return GroupStatistics.of(life(), Optional.empty(), List.of(members), paper -> Optional.empty());
    }

    private static Ballot ballot(LocalDate day, Secrecy secrecy, int turnout, int members) {
        Instant opens = at(day).minus(Duration.ofDays(4));
        return Ballot.open(
                        BallotId.of(MeetingId.of(day)),
                        MeetingId.of(day),
                        List.of(new Nomination(paper(1), ADA, opens), new Nomination(paper(2), BEN, opens)),
                        opens,
                        at(day).minus(Duration.ofDays(2)),
                        VotingRules.DEFAULT.with(secrecy),
                        "seed")
                .closed(new Verdict(
                        Optional.of(paper(1)),
                        List.of(List.of(paper(1), paper(2))),
                        Map.of(),
                        turnout,
                        members,
                        Optional.empty()));
    }

    @Test
    void of_nothing_there_is_nothing_to_tell() {
        GroupStatistics nothing = group(ADA, BEN);
        assertThat(nothing.meetings() + nothing.papers()).isZero();
        assertThat(nothing.turns())
                .containsExactly(new Turns(ADA, 0, 0, Optional.empty()), new Turns(BEN, 0, 0, Optional.empty()));
        assertThat(nothing.topics()).isEmpty();
        assertThat(nothing.turnout()).isEmpty();
        assertThat(MemberStatistics.of(ADA, life(), Optional.empty()).isEmpty()).isTrue();
    }

    @Test
    void turns_count_against_the_meetings_since_somebody_joined() {
        meetings = List.of(held(MARCH, paper(1), ADA), held(APRIL, paper(2), ADA), held(MAY, paper(3), BEN));
        joined = Map.of(ADA, MARCH.minusDays(1), BEN, MAY, CLEO, APRIL, DAN, MAY.plusDays(1));
        assertThat(group(DAN, CLEO, BEN, ADA).turns())
                .containsExactly(
                        new Turns(DAN, 0, 0, Optional.empty()),
                        new Turns(CLEO, 0, 2, Optional.empty()),
                        new Turns(BEN, 1, 1, Optional.of(MAY)),
                        new Turns(ADA, 2, 3, Optional.of(APRIL)));
    }

    @Test
    void whoever_was_away_could_not_take_that_turn_and_whoever_declined_could() {
        Meeting asked = Meeting.planned(MeetingId.of(MAY), at(MAY)).ask(ADA);
        Meeting declined = asked.decline(ADA) instanceof Answer.Declined done
                ? done.meeting().held()
                : asked;
        meetings = List.of(held(MARCH, paper(1), ADA), held(APRIL, paper(2), BEN), declined);
        away = (who, day) -> who.equals(ADA) && day.equals(APRIL);
        assertThat(group(ADA, BEN).turns())
                .containsExactly(new Turns(ADA, 1, 2, Optional.of(MARCH)), new Turns(BEN, 1, 3, Optional.of(APRIL)));
    }

    @RepeatedTest(20)
    void turns_taken_are_as_many_as_meetings_that_had_a_presenter_and_never_more_than_were_possible(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<UserId> people = Samples.people(6);
        meetings = Stream.iterate(MARCH, day -> day.plusWeeks(1))
                .limit(40)
                .map(day -> held(day, paper(random.nextInt(30)), Samples.oneOf(people, random)))
                .toList();
        away = (who, day) -> (who.hashCode() + day.getDayOfYear()) % 3 == 0;
        Optional<LocalDate> since = random.nextBoolean() ? Optional.of(MARCH.plusWeeks(20)) : Optional.empty();
        GroupStatistics statistics = GroupStatistics.of(life(), since, people, any -> Optional.empty());
        assertThat(statistics.turns().stream().mapToInt(Turns::presented).sum())
                .isEqualTo(statistics.meetings())
                .isEqualTo(since.isPresent() ? 20 : 40);
        assertThat(statistics.turns())
                .allSatisfy(each -> assertThat(each.share()).isBetween(0.0, 1.0));
        assertThat(statistics.byQuarter().values().stream()
                        .flatMap(each -> each.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(statistics.papers());
    }

    @Test
    void topics_are_counted_by_quarter_the_most_frequent_first_and_those_without_one_last() {
        meetings = List.of(
                held(MARCH, paper(1), ADA),
                held(APRIL, paper(2), ADA),
                held(MAY, paper(3), ADA),
                held(MAY.plusDays(7), paper(4), ADA));
        Map<Object, String> topics = Map.of(paper(2), "agents", paper(3), "agents", paper(1), "vision");
        GroupStatistics statistics = GroupStatistics.of(
                life(), Optional.empty(), List.of(ADA), paper -> Optional.ofNullable(topics.get(paper)));
        assertThat(statistics.topics().keySet()).containsExactly("agents", "vision", GroupStatistics.NO_TOPIC);
        assertThat(statistics.byQuarter())
                .isEqualTo(Map.of(
                        new Quarter(2026, 1),
                        Map.of("vision", 1),
                        new Quarter(2026, 2),
                        Map.of("agents", 2, GroupStatistics.NO_TOPIC, 1)));
        assertThat(new Quarter(2026, 2)).hasToString("2026 Q2");
    }

    @Test
    void turnout_attendance_and_ratings_follow_each_other_in_time() {
        meetings = List.of(held(MAY, paper(3), ADA), held(MARCH, paper(1), ADA), held(APRIL, paper(2), ADA));
        said = List.of(
                said(MARCH, List.of(), List.of(), Set.of(ADA, BEN), 5, 5, 4),
                said(MAY, List.of(), List.of(), Set.of(ADA, BEN, CLEO), 1, 1));
        ballots.add(ballot(MAY, Secrecy.SECRET, 7, 6));
        ballots.add(ballot(MARCH, Secrecy.OPEN, 3, 6));
        GroupStatistics statistics = group(ADA);
        assertThat(statistics.turnout())
                .containsExactly(new Measured(MARCH.minusDays(2), 50), new Measured(MAY.minusDays(2), 100));
        assertThat(statistics.attendance()).containsExactly(new Measured(MARCH, 2), new Measured(MAY, 3));
        assertThat(statistics.ratings()).singleElement().satisfies(each -> {
            assertThat(each.day()).isEqualTo(MARCH);
            assertThat(each.value()).isBetween(4.6, 4.7);
        });
    }

    @Test
    void a_member_s_own_part_counts_nothing_that_is_anonymous_or_secret() {
        meetings = List.of(held(MARCH, paper(1), ADA), held(APRIL, paper(2), BEN), held(MAY, paper(5), BEN));
        said = List.of(
                said(
                        MARCH,
                        List.of(question("a", ADA, false, MARCH), question("b", ADA, true, MARCH)),
                        List.of(),
                        Set.of(ADA, BEN)),
                said(APRIL, List.of(question("c", BEN, false, APRIL)), List.of(), Set.of(BEN)));
        ballots.add(ballot(MARCH, Secrecy.ANONYMOUS, 1, 3));
        ballots.add(ballot(APRIL, Secrecy.OPEN, 1, 3));
        ballots.add(ballot(MAY, Secrecy.SECRET, 1, 3));
        Votes ada = Votes.none().with(Voter.of(ADA), Optional.of(Vote.Approves.of(paper(1))));
        votes = Map.of(ballots.get(0).id(), ada, ballots.get(2).id(), ada);
        nominations = Set.of(
                new Nomination(paper(1), ADA, at(MARCH).minusSeconds(60)),
                new Nomination(paper(9), ADA, at(MARCH)),
                new Nomination(paper(2), BEN, at(MARCH)));
        assertThat(MemberStatistics.of(ADA, life(), Optional.empty()))
                .isEqualTo(new MemberStatistics(new Turns(ADA, 1, 3, Optional.of(MARCH)), 1, 2, 1, 1, 2, 1, 2, 1));
    }

    @Test
    void what_was_before_does_not_count() {
        meetings = List.of(held(MARCH, paper(1), ADA), held(APRIL, paper(2), BEN), held(MAY, paper(3), BEN));
        nominations = Set.of(new Nomination(paper(1), ADA, at(MARCH).minusSeconds(60)));
        MemberStatistics mine = MemberStatistics.of(ADA, life(), Optional.of(APRIL));
        assertThat(mine.turns()).isEqualTo(new Turns(ADA, 0, 2, Optional.empty()));
        assertThat(mine.nominated() + mine.chosen()).isZero();
    }
}
