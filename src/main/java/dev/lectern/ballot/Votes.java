package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who approves of which papers. Whoever took everything back has not voted. */
public record Votes(Map<UserId, Set<PaperId>> approvals) {

    public Votes {
        Map<UserId, Set<PaperId>> kept = new LinkedHashMap<>();
        approvals.forEach((voter, papers) -> {
            if (!papers.isEmpty()) {
                kept.put(voter, Collections.unmodifiableSet(new LinkedHashSet<>(papers)));
            }
        });
        approvals = Collections.unmodifiableMap(kept);
    }

    public static Votes none() {
        return new Votes(Map.of());
    }

    /** With the voter's approval of the paper added or, where it was there, taken back. */
    public Votes toggle(UserId voter, PaperId paper) {
        Set<PaperId> papers = new LinkedHashSet<>(of(voter));
        if (!papers.remove(paper)) {
            papers.add(paper);
        }
        Map<UserId, Set<PaperId>> changed = new LinkedHashMap<>(approvals);
        changed.put(voter, papers);
        return new Votes(changed);
    }

    /** With each paper under the id by which it is known now: who approves of two that turned out to be one has one vote. */
    Votes knownAs(Map<PaperId, PaperId> canonical) {
        Map<UserId, Set<PaperId>> known = new LinkedHashMap<>();
        approvals.forEach((voter, papers) -> {
            Set<PaperId> same = new LinkedHashSet<>();
            papers.forEach(paper -> same.add(canonical.getOrDefault(paper, paper)));
            known.put(voter, same);
        });
        return new Votes(known);
    }

    /** What the voter approves of; empty for whoever has not voted. */
    public Set<PaperId> of(UserId voter) {
        return approvals.getOrDefault(voter, Set.of());
    }

    /** How many people voted. */
    public int turnout() {
        return approvals.size();
    }
}
