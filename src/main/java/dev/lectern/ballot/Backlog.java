package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a group may read next: one nomination a paper, earliest first. Losing a ballot changes nothing here; a paper leaves
 * when it is read or taken off.
 *
 * @param nominations given in any order
 */
public record Backlog(List<Nomination> nominations) {

    /** What became of a nomination. */
    public sealed interface Addition {
        /** The backlog afterwards. */
        Backlog backlog();
    }

    public record Added(Backlog backlog) implements Addition {}

    /** The paper was there; the backlog, and the first nomination in it, stay as they were. */
    public record AlreadyThere(Backlog backlog, Nomination first) implements Addition {}

    public Backlog {
        nominations = nominations.stream().sorted(Nomination.EARLIEST_FIRST).toList();
        if (nominations.stream().map(Nomination::paper).distinct().count() < nominations.size()) {
            throw new IllegalArgumentException("a paper is nominated twice: " + nominations);
        }
    }

    public static Backlog empty() {
        return new Backlog(List.of());
    }

    public Addition add(Nomination nomination) {
        Optional<Nomination> first = find(nomination.paper());
        if (first.isPresent()) {
            return new AlreadyThere(this, first.get());
        }
        List<Nomination> more = new ArrayList<>(nominations);
        more.add(nomination);
        return new Added(new Backlog(more));
    }

    /** Without this paper; the same backlog where it is not there. */
    public Backlog remove(PaperId paper) {
        return new Backlog(nominations.stream()
                .filter(nomination -> !nomination.paper().equals(paper))
                .toList());
    }

    /** With each paper under the id by which it is known now, once. */
    Backlog knownAs(Map<PaperId, PaperId> canonical) {
        return new Backlog(Nomination.knownAs(canonical, nominations));
    }

    public boolean contains(PaperId paper) {
        return find(paper).isPresent();
    }

    public Optional<Nomination> find(PaperId paper) {
        return nominations.stream()
                .filter(nomination -> nomination.paper().equals(paper))
                .findFirst();
    }

    /** What goes on the next ballot: the earliest nominations, {@code max} at most. */
    public List<Nomination> candidates(int max) {
        return nominations.stream().limit(max).toList();
    }
}
