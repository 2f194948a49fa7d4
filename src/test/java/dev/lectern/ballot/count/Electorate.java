package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Voters with strict opinions on two to four alternatives, who vote sincerely by whatever method they are asked.
 *
 * @param nominated the alternatives
 * @param voters what each thinks
 */
record Electorate(List<String> nominated, List<Voter> voters) {
    /** @param likes best first
     * @param stars of the first, the second and so on: falling
     * @param approves of so many, from the best */
    record Voter(List<String> likes, List<Integer> stars, int approves) {
        Voter liking(List<String> otherwise) {
            return new Voter(List.copyOf(otherwise), stars, approves);
        }

        Preference vote(Preference.Kind kind) {
            return switch (kind) {
                case APPROVALS -> new Preference.Approvals(new LinkedHashSet<>(likes.subList(0, approves)));
                case CHOICE -> new Preference.Choice(likes.get(0));
                case RANKING ->
                    new Preference.Ranking(likes.stream().map(Set::of).toList());
                case SCORES -> {
                    Map<String, Integer> given = new LinkedHashMap<>();
                    likes.forEach(id -> given.put(id, stars.get(given.size())));
                    yield new Preference.Scores(given);
                }
            };
        }
    }

    static Electorate random(Random random) {
        List<String> ids = Profiles.ids(2 + random.nextInt(3));
        List<Voter> voters = new ArrayList<>();
        List<List<String>> schools = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            schools.add(Profiles.shuffled(ids, random));
        }
        for (int i = 2 + random.nextInt(15); i >= 0; i--) {
            List<Integer> stars = new ArrayList<>(List.of(5, 4, 3, 2, 1, 0));
            while (stars.size() > ids.size()) {
                stars.remove(random.nextInt(stars.size()));
            }
            voters.add(
                    new Voter(schools.get(random.nextInt(schools.size())), stars, 1 + random.nextInt(ids.size() - 1)));
        }
        return new Electorate(Profiles.shuffled(ids, random), voters);
    }

    Outcome by(Method method) {
        return method.count(
                Profile.of(
                        Alternatives.inOrder(nominated),
                        voters.stream().map(voter -> voter.vote(method.asks())).toList()),
                "");
    }

    private boolean beats(String one, String other) {
        int margin = voters.stream()
                .mapToInt(voter -> voter.likes().indexOf(one) < voter.likes().indexOf(other) ? 1 : -1)
                .sum();
        return margin > 0;
    }

    /** Who is the first of more than half of the voters. */
    Optional<String> majority() {
        return nominated.stream()
                .filter(id -> 2
                                * voters.stream()
                                        .filter(voter -> voter.likes().get(0).equals(id))
                                        .count()
                        > voters.size())
                .findFirst();
    }

    Optional<String> condorcetWinner() {
        return nominated.stream()
                .filter(id -> nominated.stream().allMatch(other -> other.equals(id) || beats(id, other)))
                .findFirst();
    }

    Optional<String> condorcetLoser() {
        return nominated.stream()
                .filter(id -> nominated.stream().allMatch(other -> other.equals(id) || beats(other, id)))
                .findFirst();
    }

    /** The smallest group each of whom beats everybody outside of it. */
    Set<String> smith() {
        Set<String> smallest = new TreeSet<>(nominated);
        for (int some = 1; some < 1 << nominated.size(); some++) {
            Set<String> group = new TreeSet<>();
            for (int i = 0; i < nominated.size(); i++) {
                if ((some >> i & 1) == 1) {
                    group.add(nominated.get(i));
                }
            }
            boolean dominates = nominated.stream()
                    .filter(id -> !group.contains(id))
                    .allMatch(outside -> group.stream().allMatch(inside -> beats(inside, outside)));
            if (dominates && group.size() < smallest.size()) {
                smallest = group;
            }
        }
        return smallest;
    }

    /** Everybody thinks the opposite. */
    Electorate reversed() {
        return new Electorate(
                nominated,
                voters.stream()
                        .map(voter -> {
                            List<String> likes = new ArrayList<>(voter.likes());
                            Collections.reverse(likes);
                            return voter.liking(likes);
                        })
                        .toList());
    }

    /** One voter likes it better than before, by a place, and whom it passes gets its stars. */
    Electorate raising(String id, Random random) {
        List<Voter> changed = new ArrayList<>(voters);
        int who = random.nextInt(voters.size());
        List<String> likes = new ArrayList<>(voters.get(who).likes());
        int at = likes.indexOf(id);
        if (at > 0) {
            Collections.swap(likes, at, at - 1);
        }
        changed.set(who, voters.get(who).liking(likes));
        return new Electorate(nominated, changed);
    }

    /** With a twin right beside it in everybody's opinion, above or below, nominated last. */
    Electorate cloning(String id, Random random) {
        List<String> more = new ArrayList<>(nominated);
        more.add(id + "twin");
        return new Electorate(
                more,
                voters.stream()
                        .map(voter -> {
                            List<String> likes = new ArrayList<>(voter.likes());
                            likes.add(likes.indexOf(id) + random.nextInt(2), id + "twin");
                            return voter.liking(likes);
                        })
                        .toList());
    }
}
