package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form for voting carries unseen, in Slack's 3,000 characters: with 20 papers of the longest ids it has 1,430.
 *
 * @param shown the papers that the person saw on the form
 * @param draft what they have ranked so far, and not sent yet
 */
record VotingSlip(GroupId group, BallotId ballot, Set<PaperId> shown, RankingDraft draft) {
    private static final String NONE = "-";

    VotingSlip {
        shown = Set.copyOf(shown);
    }

    static VotingSlip of(GroupId group, Ballot ballot, RankingDraft draft) {
        return new VotingSlip(
                group,
                ballot.id(),
                ballot.candidates().stream().map(Nomination::paper).collect(Collectors.toSet()),
                draft);
    }

    /** Begins with the group, as every form's metadata does. */
    String write() {
        String others = shown.stream()
                .filter(paper -> !draft.has(paper))
                .map(PaperId::value)
                .sorted()
                .collect(Collectors.joining(","));
        return String.join(" ", group.toString(), ballot.value(), draft.write(), others.isEmpty() ? NONE : others);
    }

    /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
    static VotingSlip read(String metadata) {
        String[] parts = metadata.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not what a form for voting carries: " + metadata);
        }
        RankingDraft draft = RankingDraft.read(parts[2]);
        Set<PaperId> shown = new LinkedHashSet<>();
        draft.ranked().forEach(ranked -> shown.add(ranked.paper()));
        if (!parts[3].equals(NONE)) {
            Arrays.stream(parts[3].split(",", -1)).map(PaperId::parse).forEach(shown::add);
        }
        return new VotingSlip(GroupId.parse(parts[0]), BallotId.parse(parts[1]), shown, draft);
    }

    /** Which of these papers the person did not see. */
    List<PaperId> unseen(Collection<PaperId> papers) {
        return papers.stream().filter(paper -> !shown.contains(paper)).toList();
    }
}
