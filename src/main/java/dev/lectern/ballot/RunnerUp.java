package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who takes over when what won a ballot cannot be read after all. */
final class RunnerUp {
    private RunnerUp() {}

    /**
     * What a meeting reads once those of its papers that fell out are replaced.
     *
     * @param papers in the order of reading, those that took over in the places of those that fell out; where nothing could
     *     take over, the place is gone
     * @param takers what took over, by what it took over from
     */
    record Replaced(List<PaperId> papers, Map<PaperId, PaperId> takers) {}

    /**
     * Each that falls out is replaced by the next in the count's order that is neither read, nor taken for another one.
     *
     * @param read what the meeting was to read, in the order of reading
     * @param falls which of them fall out
     * @param order all papers of the ballot, best first; empty where no ballot decided
     * @param canBeRead neither read or chosen already, nor withdrawn
     */
    static Replaced replaced(
            List<PaperId> read, Predicate<PaperId> falls, List<PaperId> order, Predicate<PaperId> canBeRead) {
        List<PaperId> papers = new ArrayList<>();
        Map<PaperId, PaperId> takers = new LinkedHashMap<>();
        for (PaperId paper : read) {
            if (!falls.test(paper)) {
                papers.add(paper);
                continue;
            }
            Predicate<PaperId> free = next -> !read.contains(next) && !takers.containsValue(next);
            after(paper, order, canBeRead.and(free)).ifPresent(next -> {
                takers.put(paper, next);
                papers.add(next);
            });
        }
        return new Replaced(papers, takers);
    }

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
