package dev.lectern.remember;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.taste.Subject;
import dev.lectern.taste.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Under which topic a paper counts: the first of the group's that it names; in a group without topics, the one of its own
 * keywords that most of the papers have. What a paper only means is not counted, as that is a guess.
 */
final class PaperTopics {
    /** Of a keyword that one paper alone has nobody learns anything. */
    private static final int FEWEST = 2;

    private final Map<PaperId, String> byPaper = new HashMap<>();

    private PaperTopics() {}

    /** @param topics of the group, the most important first; may be empty */
    static PaperTopics of(List<String> topics, Collection<Paper> papers) {
        PaperTopics known = new PaperTopics();
        if (topics.isEmpty()) {
            known.byKeywords(papers);
        } else {
            Topics wanted = Topics.byWords(topics);
            papers.forEach(paper ->
                    wanted.namedBy(Subject.of(paper)).ifPresent(topic -> known.byPaper.put(paper.id(), topic)));
        }
        return known;
    }

    private void byKeywords(Collection<Paper> papers) {
        Map<String, Integer> times = new HashMap<>();
        papers.forEach(paper -> keywords(paper).forEach(word -> times.merge(word, 1, Integer::sum)));
        papers.forEach(paper -> keywords(paper).stream()
                .filter(word -> times.getOrDefault(word, 0) >= FEWEST)
                .max(Comparator.comparing((String word) -> times.getOrDefault(word, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .ifPresent(word -> byPaper.put(paper.id(), word)));
    }

    private static List<String> keywords(Paper paper) {
        return paper.keywords().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    Optional<String> of(PaperId paper) {
        return Optional.ofNullable(byPaper.get(paper));
    }
}
