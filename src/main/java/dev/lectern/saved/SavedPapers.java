package dev.lectern.saved;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What members saved, by the ids that the papers have by now: several may have turned out to be one. Any thread. */
public final class SavedPapers {
    private final SavedStore saved;
    private final PaperStore papers;

    public SavedPapers(SavedStore saved, PaperStore papers) {
        this.saved = saved;
        this.papers = papers;
    }

    /** Newest first. */
    List<PaperId> ids(TeamId team, UserId user) {
        return papers.canonical(saved.of(team, user)).values().stream()
                .distinct()
                .toList();
    }

    /** The papers of these ids, in their order. */
    List<Paper> papers(Collection<PaperId> ids) {
        return papers.findAll(ids);
    }

    public boolean has(TeamId team, UserId user, Paper paper) {
        return ids(team, user).contains(paper.id());
    }

    void save(TeamId team, UserId user, Paper paper, Instant at) {
        if (!has(team, user, paper)) {
            saved.save(team, user, paper.id(), at);
        }
    }

    /** Under whichever of its ids it was saved. */
    void takeOff(TeamId team, UserId user, PaperId paper) {
        PaperId now = papers.canonical(List.of(paper)).getOrDefault(paper, paper);
        saved.takeOff(
                team,
                user,
                papers.canonical(saved.of(team, user)).entrySet().stream()
                        .filter(known -> known.getValue().equals(now))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    void forget(TeamId team, UserId user) {
        saved.forget(team, user);
    }
}
