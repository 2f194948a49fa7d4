package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper that a digest could show, with what the choice needs to know of it.
 *
 * @param text the abstract or summary; may be empty
 * @param upvotes not negative
 * @param listDay the day (UTC) on whose list it was
 */
public record Candidate(PaperId id, String title, List<String> keywords, String text, int upvotes, LocalDate listDay) {
    public Candidate {
        keywords = List.copyOf(keywords);
        if (upvotes < 0) {
            throw new IllegalArgumentException("negative upvotes: " + id);
        }
    }
}
