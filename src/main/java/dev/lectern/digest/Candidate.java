package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.taste.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper that a digest could show, with what the choice needs to know of it.
 *
 * @param text the abstract or summary; may be empty
 * @param upvotes not negative
 * @param listDay the day (UTC) on whose list it was
 * @param list on which it was; somebody's picks before Daily Papers, those before any other, and what is trending there after all others
 */
public record Candidate(
        PaperId id, String title, List<String> keywords, String text, int upvotes, LocalDate listDay, PaperList list) {
    public Candidate {
        keywords = List.copyOf(keywords);
        if (upvotes < 0) {
            throw new IllegalArgumentException("negative upvotes: " + id);
        }
    }

    /** Whether people choose what is on its list; an arXiv category has everything. */
    boolean isPicked() {
        return list.equals(PaperList.DAILY) || list.equals(PaperList.IMPORT) || list.isSubmitter();
    }

    /** Whether its own list days are over, and many people look at it again. */
    boolean isBack() {
        return list.equals(PaperList.TRENDING);
    }

    /** Whether it is there only because it is recommended with a paper that was read. */
    boolean isRecommended() {
        return list.likePaper().isPresent();
    }

    Subject subject() {
        return new Subject(id, title, keywords, text);
    }
}
