package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ranking that somebody is making, one paper at a time. Immutable; a paper that has two places throws
 * IllegalArgumentException.
 *
 * @param ranked the best first
 */
record RankingDraft(List<Ranked> ranked) {
    static final RankingDraft EMPTY = new RankingDraft(List.of());

    private static final String NEXT = ",";
    private static final String SAME = "=";
    private static final String NOTHING = "-";
    private static final Pattern WRITTEN = Pattern.compile("([,=])([^,=]+)");

    /** @param level whether it has the same place as the paper before it */
    record Ranked(PaperId paper, boolean level) {}

    RankingDraft {
        List<Ranked> all = new ArrayList<>(ranked);
        if (!all.isEmpty()) {
            all.set(0, new Ranked(all.get(0).paper(), false));
        }
        if (all.stream().map(Ranked::paper).distinct().count() < all.size()) {
            throw new IllegalArgumentException("a paper has two places: " + ranked);
        }
        ranked = List.copyOf(all);
    }

    /** The ranking as it was cast; empty for a vote that is none. */
    static RankingDraft of(Optional<Vote> vote) {
        return vote.isPresent() && vote.get() instanceof Vote.Ranks ranks ? of(ranks.places()) : EMPTY;
    }

    private static RankingDraft of(List<Set<PaperId>> places) {
        List<Ranked> all = new ArrayList<>();
        for (Set<PaperId> place : places) {
            boolean level = false;
            for (PaperId paper : place) {
                all.add(new Ranked(paper, level));
                level = true;
            }
        }
        return new RankingDraft(all);
    }

    /** Gives a paper the next place; one that has a place keeps it, so that the same tap twice is one. */
    RankingDraft then(PaperId paper) {
        if (has(paper)) {
            return this;
        }
        List<Ranked> more = new ArrayList<>(ranked);
        more.add(new Ranked(paper, false));
        return new RankingDraft(more);
    }

    /** Without the paper that was ranked last. */
    RankingDraft undone() {
        return ranked.isEmpty() ? this : new RankingDraft(ranked.subList(0, ranked.size() - 1));
    }

    /** With the last paper in the same place as the one before it or, where it is there, in its own place again. */
    RankingDraft levelled() {
        if (ranked.size() < 2) {
            return this;
        }
        List<Ranked> changed = new ArrayList<>(ranked);
        Ranked last = changed.remove(changed.size() - 1);
        changed.add(new Ranked(last.paper(), !last.level()));
        return new RankingDraft(changed);
    }

    /** With each paper under the id by which it is known now; of two that turned out to be one, the better place stands. */
    RankingDraft knownAs(Map<PaperId, PaperId> canonical) {
        return of(vote().knownAs(canonical).places());
    }

    /** With these papers alone; nobody else's place changes but by moving up. */
    RankingDraft only(Predicate<PaperId> offered) {
        List<Set<PaperId>> rest = places();
        rest.forEach(place -> place.removeIf(offered.negate()));
        return of(rest);
    }

    RankingDraft without(PaperId paper) {
        return only(other -> !other.equals(paper));
    }

    boolean has(PaperId paper) {
        return ranked.stream().anyMatch(one -> one.paper().equals(paper));
    }

    boolean isEmpty() {
        return ranked.isEmpty();
    }

    /** Papers in groups of the same place, best first. */
    List<Set<PaperId>> places() {
        List<Set<PaperId>> places = new ArrayList<>();
        for (Ranked one : ranked) {
            if (!one.level()) {
                places.add(new LinkedHashSet<>());
            }
            places.get(places.size() - 1).add(one.paper());
        }
        return places;
    }

    Vote.Ranks vote() {
        return new Vote.Ranks(places());
    }

    /** On one line without spaces: {@code ,a,b=c} where b and c have the same place. */
    String write() {
        StringBuilder line = new StringBuilder();
        ranked.forEach(one -> line.append(one.level() ? SAME : NEXT).append(one.paper()));
        return line.isEmpty() ? NOTHING : line.toString();
    }

    /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
    static RankingDraft read(String line) {
        List<Ranked> all = new ArrayList<>();
        Matcher one = WRITTEN.matcher(line);
        int end = 0;
        while (one.find() && one.start() == end) {
            all.add(new Ranked(PaperId.parse(one.group(2)), one.group(1).equals(SAME)));
            end = one.end();
        }
        if (end < line.length() && !line.equals(NOTHING)) {
            throw new IllegalArgumentException("not a ranking: " + line);
        }
        return new RankingDraft(all);
    }
}
