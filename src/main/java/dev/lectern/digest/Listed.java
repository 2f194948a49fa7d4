package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import dev.lectern.taste.Likeness;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The papers of some list days, and the measure of how alike they are, which all groups share.
 *
 * @param likeness knows all of the papers
 */
record Listed(List<Candidate> papers, Likeness likeness) {
    Listed {
        papers = List.copyOf(papers);
    }

    static Listed of(Collection<Candidate> papers, Map<PaperId, float[]> vectors) {
        return new Listed(
                List.copyOf(papers),
                Likeness.among(papers.stream().map(Candidate::subject).toList(), vectors));
    }
}
