package dev.lectern.paper.search;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Picks the telling sentences of papers whose source has no short summary, and keeps them with the paper. */
final class TellingMaker {
    /** A long abstract has fifteen sentences. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final PaperStore papers;
    private final VectorStore vectors;
    private final Embedder embedder;

    TellingMaker(PaperStore papers, VectorStore vectors, Embedder embedder) {
        this.papers = papers;
        this.vectors = vectors;
        this.embedder = embedder;
    }

    /** Whether the paper has neither a summary nor telling sentences of its present abstract, and could have. */
    static boolean isWanted(Paper paper) {
        if (paper.shortSummary().isPresent() || paper.abstractText().isEmpty()) {
            return false;
        }
        List<String> sentences = Sentences.of(paper.abstractText());
        return TellingSentences.canChoose(sentences)
                && paper.facts()
                        .tellingSentences()
                        .filter(telling -> TellingSentences.areOf(telling, paper.abstractText()))
                        .isEmpty();
    }

    /** Does it for those that no other process is at. @param stop asked before each sentence; true leaves the rest */
    void make(Collection<PaperId> ids, BooleanSupplier stop) {
        List<PaperId> claimed = vectors.claim(ids, CLAIM);
        List<PaperId> left = new ArrayList<>(claimed);
        try {
            for (Paper paper : papers.findAll(claimed)) {
                if (isWanted(paper)) {
                    Optional<String> telling = pick(paper, stop);
                    if (stop.getAsBoolean()) {
                        return;
                    }
                    telling.ifPresent(text -> keep(paper, text));
                }
                left.remove(paper.id());
                vectors.release(List.of(paper.id()));
            }
        } finally {
            vectors.giveUp(left);
        }
    }

    private void keep(Paper paper, String telling) {
        if (!paper.facts().tellingSentences().equals(Optional.of(telling))) {
            // With all that is known of it, so that it is found again under whatever name it has.
            papers.save(paper.facts().withTellingSentences(telling), paper.addedAt());
        }
    }

    private Optional<String> pick(Paper paper, BooleanSupplier stop) {
        List<String> sentences = Sentences.of(paper.abstractText());
        List<float[]> made = new ArrayList<>();
        for (String sentence : sentences) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            made.add(embedder.embed(sentence));
        }
        return Optional.of(TellingSentences.pick(sentences, made));
    }
}
