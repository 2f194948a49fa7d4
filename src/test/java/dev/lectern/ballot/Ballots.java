package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
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
        return Ballot.open(BallotId.of(MEETING), MEETING, candidates, OPENS, CLOSES);
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
            votes = votes.toggle(Samples.oneOf(people, random), paper(random.nextInt(25)));
        }
        return votes;
    }
}
