package dev.lectern.digest;

import java.time.LocalDate;
import java.util.List;

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
}
