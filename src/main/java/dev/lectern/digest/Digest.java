package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A digest as it was posted.
 *
 * @param day the day of its posting in the group's zone; a group has one digest a day
 * @param upTo the last list day (UTC) that it looked at
 */
public record Digest(LocalDate day, LocalDate upTo, List<Chosen> papers) {
    public Digest {
        papers = List.copyOf(papers);
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("a digest without papers is not posted");
        }
    }

    /** With each paper under the id by which it is known now, once. */
    Digest knownAs(Map<PaperId, PaperId> canonical) {
        Map<PaperId, Chosen> first = new LinkedHashMap<>();
        for (Chosen chosen : papers) {
            PaperId known = canonical.getOrDefault(chosen.paper(), chosen.paper());
            first.putIfAbsent(known, new Chosen(known, chosen.reason()));
        }
        return new Digest(day, upTo, List.copyOf(first.values()));
    }
}
