package dev.lectern.remember;

import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Secrecy;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A member's part in a group over some time, for their own eyes.
 *
 * @param turns how often they presented
 * @param voted in how many of the votes of which that can be known
 * @param votes how many of these there were
 * @param secretVotes how many there were of which nobody can know who took part
 * @param attended at how many of the meetings of which it is known who was there
 * @param meetings how many of these there were
 * @param questions how many they asked under their name
 * @param nominated how many papers they proposed
 * @param chosen how many papers were read that they proposed
 */
record MemberStatistics(
        Turns turns,
        int voted,
        int votes,
        int secretVotes,
        int attended,
        int meetings,
        int questions,
        int nominated,
        int chosen) {

    /** Parameters as of {@link GroupStatistics#of}. */
    static MemberStatistics of(UserId member, Life whole, Optional<LocalDate> since) {
        Life life = since.map(whole::since).orElse(whole);
        Map<Boolean, List<Ballot>> bySecrecy = life.ballots().stream()
                .collect(Collectors.partitioningBy(ballot -> ballot.rules().secrecy() == Secrecy.SECRET));
        List<Ballot> open = bySecrecy.getOrDefault(false, List.of());
        List<Meeting> attendable = life.meetings().stream()
                .filter(meeting -> !life.said(meeting).attended().isEmpty())
                .toList();
        return new MemberStatistics(
                Turns.of(member, life),
                count(open, ballot -> life.votes(ballot).of(member).isPresent()),
                open.size(),
                life.ballots().size() - open.size(),
                count(attendable, meeting -> life.said(meeting).attended().contains(member)),
                attendable.size(),
                life.meetings().stream()
                        .mapToInt(meeting -> questions(member, life, meeting))
                        .sum(),
                nominated(member, life, since),
                (int) life.archive().papers().stream()
                        .filter(read -> read.nominator().filter(member::equals).isPresent())
                        .map(ReadPaper::paper)
                        .distinct()
                        .count());
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }

    /** What was asked anonymously is attributed to nobody, not even before the person's own eyes. */
    private static int questions(UserId member, Life life, Meeting meeting) {
        return (int) life.said(meeting).questions().stream()
                .filter(question -> !question.anonymous() && question.by().equals(member))
                .count();
    }

    private static int nominated(UserId member, Life life, Optional<LocalDate> since) {
        return (int) life.nominations().stream()
                .filter(nomination -> nomination.by().equals(member))
                .filter(nomination -> since.filter(
                                first -> life.day(nomination.at()).isBefore(first))
                        .isEmpty())
                .map(Nomination::paper)
                .distinct()
                .count();
    }

    /** Whether there is nothing to tell. */
    boolean isEmpty() {
        return turns.presented() + voted + attended + questions + nominated + chosen == 0;
    }
}
