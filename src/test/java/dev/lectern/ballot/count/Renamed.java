package dev.lectern.ballot.count;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The same votes on alternatives of other names. */
final class Renamed {
    private Renamed() {}

    static Profile profile(Profile profile, UnaryOperator<String> name) {
        return new Profile(
                Alternatives.inOrder(
                        profile.alternatives().ids().stream().map(name).toList()),
                profile.bundles().stream()
                        .map(bundle -> new Bundle(bundle.count(), vote(bundle.vote(), name)))
                        .toList());
    }

    private static Preference vote(Preference vote, UnaryOperator<String> name) {
        if (vote instanceof Preference.Approvals approvals) {
            return new Preference.Approvals(all(approvals.named(), name));
        }
        if (vote instanceof Preference.Choice choice) {
            return new Preference.Choice(name.apply(choice.alternative()));
        }
        if (vote instanceof Preference.Scores scores) {
            Map<String, Integer> stars = new LinkedHashMap<>();
            scores.stars().forEach((id, given) -> stars.put(name.apply(id), given));
            return new Preference.Scores(stars);
        }
        if (vote instanceof Preference.Ranking ranking) {
            return new Preference.Ranking(
                    ranking.ranks().stream().map(rank -> all(rank, name)).toList());
        }
        return vote;
    }

    private static Set<String> all(Set<String> ids, UnaryOperator<String> name) {
        Set<String> renamed = new LinkedHashSet<>();
        ids.forEach(id -> renamed.add(name.apply(id)));
        return renamed;
    }
}
