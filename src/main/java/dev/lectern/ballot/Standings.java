package dev.lectern.ballot;

import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How each paper stands in one group at one moment. Of several standings the one that is furthest counts: what was read
 * is read, also where a later ballot offers it once more. A meeting that was called off counts for nothing.
 *
 * @param meetings those of the group, in any order
 * @param ballots its open ballots with the votes on them
 */
public record Standings(Backlog backlog, List<Meeting> meetings, Map<Ballot, Votes> ballots) {
    public Standings {
        meetings = List.copyOf(meetings);
        ballots = Map.copyOf(ballots);
    }

    public Standing of(PaperId paper) {
        return Stream.<Optional<Standing>>of(
                        day(paper, MeetingState.HELD, Comparator.reverseOrder()).map(Standing.Read::new),
                        day(paper, MeetingState.PLANNED, Comparator.naturalOrder())
                                .map(Standing.Chosen::new),
                        onBallot(paper),
                        backlog.find(paper).map(nomination -> new Standing.Nominated(nomination.by(), nomination.at())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Standing.NotNominated::new);
    }

    private Optional<LocalDate> day(PaperId paper, MeetingState state, Comparator<LocalDate> first) {
        return meetings.stream()
                .filter(meeting -> meeting.state() == state && meeting.papers().contains(paper))
                .map(meeting -> meeting.id().date())
                .min(first);
    }

    /** Of two ballots at once, the one that closes first. */
    private Optional<Standing> onBallot(PaperId paper) {
        return ballots.keySet().stream()
                .filter(ballot -> ballot.state() == BallotState.OPEN && ballot.offers(paper))
                .min(Comparator.comparing(Ballot::closes).thenComparing(Ballot::id))
                .flatMap(ballot -> ballot.candidates().stream()
                        .filter(candidate -> candidate.paper().equals(paper))
                        .findFirst()
                        .map(candidate -> new Standing.OnBallot(candidate.by(), votes(ballot, paper))));
    }

    /** How many would like to read it, where everybody may know it. */
    private OptionalInt votes(Ballot ballot, PaperId paper) {
        return ballot.rules().countsTapsInTheOpen() ? OptionalInt.of(liking(ballot, paper)) : OptionalInt.empty();
    }

    private int liking(Ballot ballot, PaperId paper) {
        return (int) ballots.getOrDefault(ballot, Votes.none()).byVoter().values().stream()
                .filter(vote -> vote.liked().contains(paper))
                .count();
    }
}
