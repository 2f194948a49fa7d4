package dev.lectern.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.ballot.count.Method;
import dev.lectern.work.Stored;
import org.junit.jupiter.api.Test;

class VotingRulesTest {
    private static VotingRules with(Method method, int most, int quorum) {
        return new VotingRules(method, Secrecy.OPEN, TallyShown.LIVE, most, quorum, true, false, true);
    }

    @Test
    void only_approvals_are_limited_in_number() {
        assertThat(with(Method.APPROVAL, 3, 0).mostApprovals()).isEqualTo(3);
        assertThat(with(Method.PLURALITY, 0, 0).mostApprovals()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> with(Method.SCHULZE, 3, 0));
        assertThat(with(Method.APPROVAL, 3, 0).with(Method.SCHULZE).most()).isZero();
    }

    @Test
    void impossible_numbers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(Method.APPROVAL, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Method.APPROVAL, Ballot.MOST_CANDIDATES + 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Method.APPROVAL, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Method.APPROVAL, 0, VotingRules.MOST_QUORUM + 1));
    }

    @Test
    void rules_are_kept_and_read_as_they_were() {
        for (VotingRules rules : Ballots.everyMethod()) {
            assertThat(Stored.read(Stored.write(rules), VotingRules.class)).isEqualTo(rules);
        }
    }
}
