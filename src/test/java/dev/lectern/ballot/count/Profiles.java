package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Profiles for tests: written short, or by chance. */
final class Profiles {
    private Profiles() {}

    /** Lines such as {@code 3: A>B=C}; the alternatives are nominated in the order of the first argument, {@code A B C}. */
    static Profile rankings(String nominated, String... lines) {
        return new Profile(
                inOrder(nominated), Arrays.stream(lines).map(Profiles::ranking).toList());
    }

    /** Lines such as {@code 3: A5 B2}. */
    static Profile scores(String nominated, String... lines) {
        return new Profile(
                inOrder(nominated), Arrays.stream(lines).map(Profiles::stars).toList());
    }

    /** Lines such as {@code 3: A B}. */
    static Profile approvals(String nominated, String... lines) {
        return new Profile(
                inOrder(nominated),
                Arrays.stream(lines)
                        .map(line -> new Bundle(
                                count(line),
                                new Preference.Approvals(
                                        new LinkedHashSet<>(List.of(rest(line).split(" "))))))
                        .toList());
    }

    /** Lines such as {@code 3: A}. */
    static Profile choices(String nominated, String... lines) {
        return new Profile(
                inOrder(nominated),
                Arrays.stream(lines)
                        .map(line -> new Bundle(count(line), new Preference.Choice(rest(line))))
                        .toList());
    }

    static Alternatives inOrder(String nominated) {
        return Alternatives.inOrder(List.of(nominated.split(" ")));
    }

    private static Bundle ranking(String line) {
        return new Bundle(
                count(line),
                new Preference.Ranking(Arrays.stream(rest(line).split(">"))
                        .map(rank -> Set.of(rank.split("=")))
                        .toList()));
    }

    private static Bundle stars(String line) {
        Map<String, Integer> stars = new LinkedHashMap<>();
        for (String word : rest(line).split(" ")) {
            int last = word.length() - 1;
            stars.put(word.substring(0, last), Integer.parseInt(word.substring(last)));
        }
        return new Bundle(count(line), new Preference.Scores(stars));
    }

    private static int count(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }

    private static String rest(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** Up to {@code most} alternatives and a dozen bundles of votes of this kind, a blank one now and then. */
    static Profile random(Random random, Preference.Kind kind, int most) {
        List<String> ids = ids(1 + random.nextInt(most));
        List<Bundle> bundles = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Preference vote = random.nextInt(20) == 0 ? new Preference.Blank() : vote(random, kind, ids);
            bundles.add(new Bundle(1 + random.nextInt(4), vote));
        }
        return new Profile(Alternatives.inOrder(shuffled(ids, random)), bundles);
    }

    static List<String> ids(int size) {
        return IntStream.range(0, size).mapToObj(i -> "p" + i).toList();
    }

    static <T> List<T> shuffled(List<T> some, Random random) {
        List<T> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Preference vote(Random random, Preference.Kind kind, List<String> ids) {
        List<String> shuffled = shuffled(ids, random);
        List<String> some = shuffled.subList(0, 1 + random.nextInt(ids.size()));
        return switch (kind) {
            case APPROVALS -> new Preference.Approvals(Set.copyOf(some));
            case CHOICE -> new Preference.Choice(some.get(0));
            case SCORES -> {
                Map<String, Integer> stars = new LinkedHashMap<>();
                some.forEach(id -> stars.put(id, random.nextInt(6)));
                yield new Preference.Scores(stars);
            }
            case RANKING -> weak(random, some);
        };
    }

    private static Preference.Ranking weak(Random random, List<String> some) {
        List<Set<String>> ranks = new ArrayList<>();
        for (String id : some) {
            if (ranks.isEmpty() || random.nextInt(3) > 0) {
                ranks.add(new LinkedHashSet<>());
            }
            ranks.get(ranks.size() - 1).add(id);
        }
        return new Preference.Ranking(ranks);
    }

    /** "A=B>C": the ranking of an outcome. */
    static String told(Outcome outcome) {
        return String.join(
                ">",
                outcome.ranking().stream().map(group -> String.join("=", group)).toList());
    }
}
