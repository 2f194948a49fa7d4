package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who takes over when what won a ballot cannot be read after all. */
final class RunnerUp {
    private RunnerUp() {}

    /**
     * The next in the count's order after the paper that falls out. Those before it fell out earlier; a paper that is on
     * no place leaves the first one that can be read.
     *
     * @param order all papers, best first
     * @param canBeRead neither read or chosen already, nor withdrawn
     */
    static Optional<PaperId> after(PaperId fallen, List<PaperId> order, Predicate<PaperId> canBeRead) {
        return order.stream()
                .skip(order.indexOf(fallen) + 1L)
                .filter(paper -> !paper.equals(fallen))
                .filter(canBeRead)
                .findFirst();
    }
}
