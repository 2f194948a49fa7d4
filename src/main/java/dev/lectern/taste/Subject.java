package dev.lectern.taste;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import java.util.List;

/**
 * What a paper is about.
 *
 * @param text the abstract or summary; may be empty
 */
public record Subject(PaperId id, String title, List<String> keywords, String text) {
    public Subject {
        keywords = List.copyOf(keywords);
    }

    public static Subject of(Paper paper) {
        return new Subject(paper.id(), paper.title(), paper.keywords(), paper.abstractText());
    }
}
