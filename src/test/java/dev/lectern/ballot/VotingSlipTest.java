package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Seeded;
import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.Limits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VotingSlipTest {
    private static final GroupId GROUP = GroupId.parse("T1:C1");

    @Test
    void it_is_read_as_it_was_written() {
        Seeded.times(200, random -> {
            VotingSlip slip = VotingSlip.of(
                    GROUP, Ballots.any(random), RankingDraftTest.any(random).only(paper -> random.nextBoolean()));
            VotingSlip read = VotingSlip.read(slip.write());
            assertThat(read.group()).isEqualTo(slip.group());
            assertThat(read.ballot()).isEqualTo(slip.ballot());
            assertThat(read.draft()).isEqualTo(slip.draft());
            assertThat(read.shown()).containsAll(slip.shown());
        });
    }

    @Test
    void twenty_papers_with_the_longest_ids_fit() {
        List<PaperId> papers = IntStream.range(0, 20)
                .mapToObj(i -> PaperId.parse("a".repeat(62) + (10 + i)))
                .toList();
        RankingDraft draft = RankingDraft.EMPTY;
        for (PaperId paper : papers) {
            draft = draft.then(paper);
            String line = new VotingSlip(GROUP, BallotId.parse("b".repeat(60)), Set.copyOf(papers), draft).write();
            assertThat(line).hasSizeLessThan(Limits.PRIVATE_METADATA / 2);
            assertThat(VotingSlip.read(line).shown()).isEqualTo(Set.copyOf(papers));
        }
    }

    @Test
    void what_came_after_it_was_drawn_is_unseen() {
        VotingSlip slip = VotingSlip.of(GROUP, Ballots.of(1, 2), RankingDraft.EMPTY);
        assertThat(slip.unseen(IntStream.of(1, 2, 3).mapToObj(n -> paper(n)).collect(Collectors.toList())))
                .containsExactly(paper(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T1:C1", "T1:C1 b -", "T1 b - -", "T1:C1 b! - -", "T1:C1 b - a,,c", "T1:C1 b x -"})
    void anything_else_is_refused(String metadata) {
        assertThatThrownBy(() -> VotingSlip.read(metadata)).isInstanceOf(IllegalArgumentException.class);
    }
}
