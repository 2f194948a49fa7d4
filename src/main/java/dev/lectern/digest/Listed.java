package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import dev.lectern.taste.Likeness;
import dev.lectern.taste.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The papers of some list days, and the measure of how alike they are, which all groups share.
 *
 * @param likeness knows all of the papers
 */
record Listed(List<Candidate> papers, Likeness likeness) {
    Listed {
        papers = List.copyOf(papers);
    }

    /**
     * @param around other papers of these days, for the measure
     * @param vectors of either
     */
    static Listed of(Collection<Candidate> papers, Collection<Subject> around, Map<PaperId, float[]> vectors) {
        List<Subject> all = Stream.concat(papers.stream().map(Candidate::subject), around.stream())
                .toList();
        return new Listed(List.copyOf(papers), Likeness.among(all, vectors));
    }
}
