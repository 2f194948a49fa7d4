package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Nomination FIRST = new Nomination(paper(7), ADA, NOON);
    private static final Nomination SECOND = new Nomination(paper(3), BEN, NOON.plusSeconds(1));
    private static final Nomination THIRD = new Nomination(paper(5), ADA, NOON.plusSeconds(2));

    @Test
    void a_new_nomination_is_added_by_its_time() {
        Backlog backlog = new Backlog(List.of(THIRD, FIRST));
        assertThat(backlog.add(SECOND)).isEqualTo(new Backlog.Added(new Backlog(List.of(FIRST, SECOND, THIRD))));
        assertThat(backlog.add(SECOND).backlog().nominations()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void a_paper_nominated_again_keeps_its_first_nomination() {
        Backlog backlog = new Backlog(List.of(FIRST, SECOND));
        Nomination again = new Nomination(FIRST.paper(), BEN, NOON.plusSeconds(60));
        assertThat(backlog.add(again)).isEqualTo(new Backlog.AlreadyThere(backlog, FIRST));
    }

    @Test
    void a_paper_that_is_taken_off_is_gone() {
        Backlog left = new Backlog(List.of(FIRST, SECOND)).remove(FIRST.paper());
        assertThat(left.nominations()).containsExactly(SECOND);
        assertThat(left.contains(FIRST.paper())).isFalse();
        assertThat(left.contains(SECOND.paper())).isTrue();
        assertThat(left.remove(paper(99))).isEqualTo(left);
    }

    @Test
    void candidates_are_the_earliest_nominations() {
        Backlog backlog = new Backlog(List.of(THIRD, SECOND, FIRST));
        assertThat(backlog.candidates(2)).containsExactly(FIRST, SECOND);
        assertThat(backlog.candidates(20)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(Backlog.empty().candidates(20)).isEmpty();
    }

    @Test
    void of_two_nominations_at_once_the_lower_id_is_first() {
        Nomination high = new Nomination(paper(9), ADA, NOON);
        Nomination low = new Nomination(paper(1), BEN, NOON);
        assertThat(new Backlog(List.of(high, low)).nominations()).containsExactly(low, high);
    }

    @Test
    void a_paper_cannot_be_there_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backlog(List.of(FIRST, new Nomination(FIRST.paper(), BEN, NOON))));
    }

    @Test
    void in_whatever_order_nominations_arrive_the_backlog_is_the_same_and_in_order() {
        Seeded.times(200, random -> {
            List<Nomination> nominations = new ArrayList<>(IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> new Nomination(
                            paper(i), Samples.oneOf(Samples.people(5), random), NOON.plusSeconds(random.nextInt(10))))
                    .toList());
            Backlog all = new Backlog(nominations);
            Collections.shuffle(nominations, random);
            Backlog added = Backlog.empty();
            for (Nomination nomination : nominations) {
                added = added.add(nomination).backlog();
            }
            assertThat(added).isEqualTo(all);
            assertThat(added.nominations())
                    .isSortedAccordingTo(Nomination.EARLIEST_FIRST)
                    .hasSameElementsAs(nominations);
        });
    }

    @Test
    void a_backlog_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Backlog backlog = new Backlog(List.of(FIRST, SECOND));
        assertThat(json.writeValueAsString(backlog)).contains("\"at\":\"2026-03-02T12:00:00Z\"");
        assertThat(json.readValue(json.writeValueAsString(backlog), Backlog.class))
                .isEqualTo(backlog);
    }
}
