package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.STRANGER;
import static dev.lectern.Samples.group;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.CLOSES;
import static dev.lectern.ballot.Ballots.OPENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.ballot.PaperAddition.Refusal;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperAdditionTest {
    private static final Group GROUP = group(ADA, BEN);

    private static Optional<Refusal> refusal(Ballot ballot, UserId user, Instant now) {
        return PaperAddition.refusal(ballot, GROUP, user, now);
    }

    private static Ballot with(Ballot ballot, int paper, UserId by) {
        return ballot.adding(new Nomination(paper(paper), by, OPENS.plusSeconds(1)))
                .noting(BallotEvent.of(BallotEvent.Kind.PAPER_ADDED, by, OPENS.plusSeconds(1))
                        .about(paper(paper)));
    }

    @Test
    void a_member_adds_one_paper_in_the_first_half() {
        Ballot ballot = Ballots.of(1, 2);
        Instant half = OPENS.plus(Duration.ofDays(1));
        assertThat(refusal(ballot, BEN, OPENS)).isEmpty();
        assertThat(refusal(ballot, BEN, half.minusMillis(1))).isEmpty();
        assertThat(refusal(ballot, BEN, half)).contains(Refusal.TOO_LATE);
        assertThat(refusal(ballot, BEN, CLOSES)).contains(Refusal.CLOSED);
        assertThat(refusal(with(ballot, 3, BEN), BEN, OPENS.plusSeconds(2))).contains(Refusal.ADDED_ONE_BEFORE);
        assertThat(refusal(with(ballot, 3, BEN), ADA, OPENS.plusSeconds(2))).isEmpty();
    }

    @Test
    void a_paper_that_was_taken_off_again_counts_as_the_members_one() {
        Ballot ballot = with(Ballots.of(1, 2), 3, BEN).without(paper(3)).orElseThrow();
        assertThat(refusal(ballot, BEN, OPENS.plusSeconds(2))).contains(Refusal.ADDED_ONE_BEFORE);
        assertThat(PaperAddition.addedBy(ballot, BEN)).contains(paper(3));
    }

    @Test
    void strangers_add_none_and_nobody_does_against_the_rules_or_beyond_twenty() {
        VotingRules none = new VotingRules(Method.APPROVAL, Secrecy.OPEN, TallyShown.LIVE, 0, 0, false, false, true);
        assertThat(refusal(Ballots.of(1, 2), STRANGER, OPENS)).contains(Refusal.NOT_A_MEMBER);
        assertThat(refusal(Ballots.with(Ballots.of(1, 2).candidates(), none), BEN, OPENS))
                .contains(Refusal.NOT_BY_THE_RULES);
        assertThat(refusal(Ballots.of(IntStream.range(0, 20).toArray()), BEN, OPENS))
                .contains(Refusal.FULL);
        assertThat(refusal(Ballots.of(1, 2).cancelled(), BEN, OPENS)).contains(Refusal.CLOSED);
    }
}
