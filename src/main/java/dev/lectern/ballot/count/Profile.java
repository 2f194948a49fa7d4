package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is counted: what was voted on, and all votes, without names. Immutable; a vote for what is not there,
 * or more than {@link #MOST_VOTERS}, throws IllegalArgumentException.
 */
public record Profile(Alternatives alternatives, List<Bundle> bundles) {
    /** More than any group has; five stars from each still sum up within an int. */
    public static final int MOST_VOTERS = 200_000_000;

    public Profile {
        bundles = List.copyOf(bundles);
        Set<String> known = new HashSet<>(alternatives.ids());
        for (Bundle bundle : bundles) {
            if (!known.containsAll(bundle.vote().named())) {
                throw new IllegalArgumentException("a vote for what is not there: " + bundle.vote());
            }
        }
        long voters = bundles.stream().mapToLong(Bundle::count).sum();
        if (voters > MOST_VOTERS) {
            throw new IllegalArgumentException(voters + " voters, " + MOST_VOTERS + " at most");
        }
    }

    /** With equal votes bundled. */
    public static Profile of(Alternatives alternatives, Collection<? extends Preference> votes) {
        Map<Preference, Integer> counts = new LinkedHashMap<>();
        votes.forEach(vote -> counts.merge(vote, 1, Integer::sum));
        return new Profile(
                alternatives,
                counts.entrySet().stream()
                        .map(equal -> new Bundle(equal.getValue(), equal.getKey()))
                        .toList());
    }

    /** Everybody who voted, blank votes included. */
    public int voters() {
        return bundles.stream().mapToInt(Bundle::count).sum();
    }

    /** How many voted blank. */
    public int blank() {
        return bundles.stream()
                .filter(bundle -> bundle.vote() instanceof Preference.Blank)
                .mapToInt(Bundle::count)
                .sum();
    }
}
