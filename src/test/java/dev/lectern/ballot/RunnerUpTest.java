package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    void each_of_several_papers_is_replaced_in_its_place_by_the_next_that_is_free() {
        List<PaperId> order = List.of(paper(1), paper(2), paper(3), paper(4), paper(5));
        List<PaperId> read = List.of(paper(1), paper(2));
        RunnerUp.Replaced second = RunnerUp.replaced(read, paper(2)::equals, order, any -> true);
        assertThat(second.papers()).containsExactly(paper(1), paper(3));
        assertThat(second.takers()).containsOnly(Map.entry(paper(2), paper(3)));
        RunnerUp.Replaced first = RunnerUp.replaced(read, paper(1)::equals, order, any -> true);
        assertThat(first.papers()).containsExactly(paper(3), paper(2));
        RunnerUp.Replaced both = RunnerUp.replaced(read, read::contains, order, paper -> !paper.equals(paper(4)));
        assertThat(both.papers()).containsExactly(paper(3), paper(5));
    }

    @Test
    void where_nothing_is_left_to_take_over_the_others_move_up() {
        List<PaperId> order = List.of(paper(1), paper(2), paper(3));
        List<PaperId> read = List.of(paper(1), paper(2), paper(3));
        assertThat(RunnerUp.replaced(read, paper(1)::equals, order, any -> true))
                .isEqualTo(new RunnerUp.Replaced(List.of(paper(2), paper(3)), Map.of()));
        assertThat(RunnerUp.replaced(read, any -> true, List.of(), any -> true).papers())
                .isEmpty();
    }

    @Test
    void no_paper_is_read_twice_and_none_that_fell_out() {
        Seeded.times(200, random -> {
            List<PaperId> order = new ArrayList<>(Samples.shuffled(
                    IntStream.range(0, 2 + random.nextInt(12))
                            .mapToObj(Samples::paper)
                            .toList(),
                    random));
            List<PaperId> read = order.subList(0, 1 + random.nextInt(Math.min(4, order.size())));
            Set<PaperId> out = new HashSet<>();
            order.stream().filter(paper -> random.nextInt(3) == 0).forEach(out::add);
            RunnerUp.Replaced replaced = RunnerUp.replaced(read, out::contains, order, paper -> !out.contains(paper));
            assertThat(replaced.papers()).doesNotHaveDuplicates().noneMatch(out::contains);
            long readable = order.stream().filter(paper -> !out.contains(paper)).count();
            assertThat(replaced.papers()).hasSize((int) Math.min(read.size(), readable));
        });
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
