package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sources tell that contradict each other, and what holds of the papers all the same. */
final class Contradictions {
    private Contradictions() {}

    /** Names that contradict: two arXiv ids with a DOI, a preprint's DOI, forum, page or title in common. */
    static List<Draft> of(Random random, int drafts, int papers) {
        List<Draft> told = new ArrayList<>();
        for (int i = 0; i < drafts; i++) {
            told.add(Draft.titled("Title " + random.nextInt(papers)).withNames(names(random, papers)));
        }
        return told;
    }

    private static Names names(Random random, int papers) {
        Names names = Names.NONE;
        names = random.nextBoolean() ? names.withArxiv(arxiv(random.nextInt(papers))) : names;
        names = random.nextInt(3) == 0 ? names.withDoi(new Doi("10.1145/" + random.nextInt(papers))) : names;
        names = random.nextInt(6) == 0 ? names.withDoi(new Doi("10.1101/" + random.nextInt(papers))) : names;
        names = random.nextInt(6) == 0
                ? names.withOpenReview(new OpenReviewId("forum-%05d".formatted(random.nextInt(papers))))
                : names;
        return random.nextInt(3) == 0 ? names.withPage("https://p.example/" + random.nextInt(papers)) : names;
    }

    private static ArxivId arxiv(int number) {
        return new ArxivId("2603.%05d".formatted(number));
    }

    /**
     * Each name that was told is on one paper and leads there, each arXiv id's facts are with its paper, and every answer
     * leads to a paper.
     *
     * @param saved what the saves of drafts answered
     */
    static void assertSound(PaperStore store, Collection<Draft> drafts, Collection<PaperId> saved) {
        List<Paper> papers = store.all();
        assertThat(papers.stream().flatMap(paper -> keys(paper.names())))
                .containsExactlyInAnyOrderElementsOf(
                        drafts.stream().flatMap(draft -> keys(draft.names())).collect(Collectors.toSet()));
        papers.forEach(paper -> paper.names()
                .each()
                .forEach(name -> assertThat(store.byNames(name)).as("%s", name).contains(paper.id())));
        assertThat(store.count()).isEqualTo(papers.size());
        assertThat(saved).allMatch(id -> store.find(id).isPresent());
        Set<PaperId> known = papers.stream().map(Paper::id).collect(Collectors.toSet());
        assertThat(known).containsAll(store.canonical(saved).values());
    }

    private static Stream<String> keys(Names names) {
        return names.each().stream().map(name -> PaperKeys.name(name, Optional.empty()));
    }
}
