package dev.lectern.ballot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a group may read next: one nomination a paper, earliest first. Losing a ballot changes nothing here; a paper leaves
 * when it is read or taken off.
 *
 * @param nominations given in any order
 * @param seconds who else would like to read them, each member once a paper; those of other papers are left out. A
 *     backlog from before there were any has none.
 * @param takenOff what people took off last, newest first
 */
public record Backlog(
        List<Nomination> nominations,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Second> seconds,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<TakenOff> takenOff) {
    /** More than anybody reads below a list. */
    static final int TRACES = 10;

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
        seconds = once(nominations, seconds);
        takenOff = takenOff.stream()
                .sorted(Comparator.comparing(TakenOff::at).reversed())
                .limit(TRACES)
                .toList();
    }

    public Backlog(List<Nomination> nominations) {
        this(nominations, List.of(), List.of());
    }

    public static Backlog empty() {
        return new Backlog(List.of());
    }

    /** Of two seconds by one member, as where two papers turned out to be one, the later one stands. */
    private static List<Second> once(Collection<Nomination> nominations, Collection<Second> seconds) {
        var papers = nominations.stream().map(Nomination::paper).collect(Collectors.toSet());
        Map<List<Object>, Second> latest = new LinkedHashMap<>();
        seconds.stream()
                .sorted(Second.EARLIEST_FIRST)
                .filter(second -> papers.contains(second.paper()))
                .forEach(second -> latest.put(List.of(second.paper(), second.by()), second));
        return latest.values().stream().sorted(Second.EARLIEST_FIRST).toList();
    }

    public Addition add(Nomination nomination) {
        Optional<Nomination> first = find(nomination.paper());
        if (first.isPresent()) {
            return new AlreadyThere(this, first.get());
        }
        List<Nomination> more = new ArrayList<>(nominations);
        more.add(nomination);
        List<TakenOff> traces = takenOff.stream()
                .filter(trace -> !trace.paper().equals(nomination.paper()))
                .toList();
        return new Added(new Backlog(more, seconds, traces));
    }

    /** Without this paper; the same backlog where it is not there. */
    public Backlog remove(PaperId paper) {
        return new Backlog(
                nominations.stream()
                        .filter(nomination -> !nomination.paper().equals(paper))
                        .toList(),
                seconds,
                takenOff);
    }

    /** Like {@link #remove}, by somebody, which everybody can read afterwards. */
    public Backlog takeOff(PaperId paper, UserId by, Instant at) {
        if (!contains(paper)) {
            return this;
        }
        List<TakenOff> traces = Stream.concat(Stream.of(new TakenOff(paper, by, at)), takenOff.stream())
                .toList();
        return new Backlog(nominations, seconds, traces).remove(paper);
    }

    /** With a member's second; who seconded the paper before stays with that. */
    public Backlog second(Second second) {
        return isSeconded(second.paper(), second.by())
                ? this
                : new Backlog(
                        nominations,
                        Stream.concat(seconds.stream(), Stream.of(second)).toList(),
                        takenOff);
    }

    /** Without a member's second; the same backlog where there is none. */
    public Backlog withoutSecond(PaperId paper, UserId by) {
        return new Backlog(
                nominations,
                seconds.stream().filter(second -> !second.isBy(by, paper)).toList(),
                takenOff);
    }

    public boolean isSeconded(PaperId paper, UserId by) {
        return seconds.stream().anyMatch(second -> second.isBy(by, paper));
    }

    /** Who seconded a paper, earliest first. */
    public List<Second> seconds(PaperId paper) {
        return seconds.stream().filter(second -> second.paper().equals(paper)).toList();
    }

    /** With each paper under the id by which it is known now, once. */
    Backlog knownAs(Map<PaperId, PaperId> canonical) {
        Function<PaperId, PaperId> known = paper -> canonical.getOrDefault(paper, paper);
        return new Backlog(
                Nomination.knownAs(canonical, nominations),
                seconds.stream()
                        .map(second -> second.of(known.apply(second.paper())))
                        .toList(),
                takenOff.stream()
                        .map(trace -> trace.of(known.apply(trace.paper())))
                        .toList());
    }

    public boolean contains(PaperId paper) {
        return find(paper).isPresent();
    }

    public Optional<Nomination> find(PaperId paper) {
        return nominations.stream()
                .filter(nomination -> nomination.paper().equals(paper))
                .findFirst();
    }
}
