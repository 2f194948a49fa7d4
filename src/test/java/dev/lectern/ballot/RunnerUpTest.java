package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunnerUpTest {
    private static final List<PaperId> ORDER = List.of(paper(3), paper(1), paper(2));

    @Test
    void the_next_in_the_counts_order_takes_over() {
        assertThat(RunnerUp.after(paper(3), ORDER, any -> true)).contains(paper(1));
        assertThat(RunnerUp.after(paper(1), ORDER, any -> true)).contains(paper(2));
        assertThat(RunnerUp.after(paper(2), ORDER, any -> true)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_passed_over() {
        assertThat(RunnerUp.after(paper(3), ORDER, paper -> !paper.equals(paper(1))))
                .contains(paper(2));
        assertThat(RunnerUp.after(paper(3), ORDER, none -> false)).isEmpty();
    }

    @Test
    void one_after_the_other_takes_over_and_none_twice() {
        Seeded.times(200, random -> {
            List<PaperId> order = new ArrayList<>(Samples.shuffled(
                    IntStream.range(0, 2 + random.nextInt(18))
                            .mapToObj(Samples::paper)
                            .toList(),
                    random));
            Set<PaperId> readable = new HashSet<>(order);
            order.stream().skip(1).filter(paper -> random.nextInt(4) == 0).forEach(readable::remove);
            List<PaperId> taken = new ArrayList<>(List.of(order.get(0)));
            Optional<PaperId> next = RunnerUp.after(order.get(0), order, readable::contains);
            while (next.isPresent()) {
                taken.add(next.get());
                next = RunnerUp.after(next.get(), order, readable::contains);
            }
            assertThat(taken)
                    .containsExactlyElementsOf(order.stream()
                            .filter(paper -> paper.equals(order.get(0)) || readable.contains(paper))
                            .toList());
        });
    }
}
