package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody does to their own vote. */
public sealed interface Choice {
    /** Every paper that it names. */
    Set<PaperId> papers();

    /** The same with each paper under the id by which it is known now. */
    Choice knownAs(Map<PaperId, PaperId> canonical);

    /** A tap on one paper: chosen or, where it was, taken back. Where one paper is all, it takes the place of another. */
    record Tap(PaperId paper) implements Choice {
        @Override
        public Set<PaperId> papers() {
            return Set.of(paper);
        }

        @Override
        public Tap knownAs(Map<PaperId, PaperId> canonical) {
            return new Tap(canonical.getOrDefault(paper, paper));
        }

        Set<PaperId> applyTo(Optional<Vote> before, boolean onlyOne) {
            Set<PaperId> papers = new LinkedHashSet<>(before.filter(Vote.Approves.class::isInstance)
                    .map(Vote::papers)
                    .orElse(Set.of()));
            if (papers.remove(paper)) {
                return papers;
            }
            if (onlyOne) {
                papers.clear();
            }
            papers.add(paper);
            return papers;
        }
    }

    /** The whole vote, whatever it was before; an empty one is taken back. */
    record Whole(Vote vote) implements Choice {
        @Override
        public Set<PaperId> papers() {
            return vote.papers();
        }

        @Override
        public Whole knownAs(Map<PaperId, PaperId> canonical) {
            return new Whole(vote.knownAs(canonical));
        }
    }

    /** The vote is taken back. */
    record TakeBack() implements Choice {
        @Override
        public Set<PaperId> papers() {
            return Set.of();
        }

        @Override
        public TakeBack knownAs(Map<PaperId, PaperId> canonical) {
            return this;
        }
    }
}
