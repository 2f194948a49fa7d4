package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import java.util.List;
import java.util.Optional;

/**
 * What a file gave.
 *
 * @param format empty when the file is nothing that we read
 * @param papers in the file's order, one for each good row: the same paper may come twice
 * @param problem why the file as a whole, or its rest, could not be read; a clause for a person
 */
public record Reading(Optional<Format> format, List<Draft> papers, List<Skipped> skipped, Optional<String> problem) {
    public Reading {
        papers = List.copyOf(papers);
        skipped = List.copyOf(skipped);
    }

    static Reading unreadable(String why) {
        return new Reading(Optional.empty(), List.of(), List.of(), Optional.of(why));
    }

    /** How many rows were seen, good and bad. */
    public int rows() {
        return papers.size() + skipped.size();
    }

    public boolean isClean() {
        return skipped.isEmpty() && problem.isEmpty();
    }
}
