package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Votes of one kind read as another, where what they say allows it and nothing needs to be made up:
 *
 * <ul>
 *   <li>Stars, approvals and choices tell a ranking; no stars is the last rank.
 *   <li>A ranking tells a choice: who is alone in the first rank. With several there it tells none, and counts as blank.
 *   <li>A ranking tells approvals where it leaves some out, of all that it names; and where it names all in two ranks, of
 *       the first. A longer one that names all does not say where approval ends.
 *   <li>Nothing but stars tells stars.
 * </ul>
 */
public final class Converted {
    private Converted() {}

    /** The votes do not tell what a method asks for; the message is a sentence that says why. */
    public static final class Impossible extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Impossible(String sentence) {
            super(sentence);
        }
    }

    static Profile to(Preference.Kind kind, Profile profile) {
        return new Profile(
                profile.alternatives(),
                profile.bundles().stream()
                        .map(bundle -> new Bundle(bundle.count(), to(kind, bundle.vote(), profile.alternatives())))
                        .toList());
    }

    private static Preference to(Preference.Kind kind, Preference vote, Alternatives all) {
        if (vote.is(kind)) {
            return vote;
        }
        return switch (kind) {
            case RANKING -> ranking(vote);
            case CHOICE -> choice(vote);
            case APPROVALS -> approvals(vote, all);
            case SCORES -> throw new Impossible("the ballots give no stars");
        };
    }

    private static Preference ranking(Preference vote) {
        if (!(vote instanceof Preference.Scores scores)) {
            return new Preference.Ranking(List.of(vote.named()));
        }
        Map<Integer, Set<String>> byStars = scores.stars().entrySet().stream()
                .filter(given -> given.getValue() > Preference.Scores.FEWEST)
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        List<Set<String>> ranks = new ArrayList<>(byStars.values());
        Collections.reverse(ranks);
        return ranks.isEmpty() ? new Preference.Blank() : new Preference.Ranking(ranks);
    }

    private static Preference choice(Preference vote) {
        Preference ranked = vote instanceof Preference.Ranking ? vote : ranking(vote);
        if (ranked instanceof Preference.Ranking ranking
                && ranking.ranks().get(0).size() == 1) {
            return new Preference.Choice(ranking.ranks().get(0).iterator().next());
        }
        return new Preference.Blank();
    }

    private static Preference approvals(Preference vote, Alternatives all) {
        if (vote instanceof Preference.Scores) {
            throw new Impossible("stars do not say where approval ends");
        }
        if (vote instanceof Preference.Ranking ranking && ranking.named().size() == all.size()) {
            if (ranking.ranks().size() > 2) {
                throw new Impossible("a ranking of all does not say where approval ends");
            }
            return new Preference.Approvals(ranking.ranks().get(0));
        }
        return new Preference.Approvals(vote.named());
    }
}
