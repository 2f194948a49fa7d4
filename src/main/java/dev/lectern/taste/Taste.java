package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import dev.lectern.taste.Judgement.Like;
import dev.lectern.taste.Judgement.OnTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody likes to read: several interests, each some papers, in which what happened long ago counts less; the
 * topics that they wrote down, which never fade; and what they dismissed. Any thread.
 */
public final class Taste {
    /** Nearer than 98 of 100 pairs of papers: near enough to be told as the reason. */
    private static final double TOLD_FROM = Likeness.closeness(2);

    private final List<Interest> interests;
    private final List<Liked> dismissed;
    private final Topics topics;
    private final Likeness likeness;
    private final double topicsCount;

    private Taste(List<Interest> interests, List<Liked> dismissed, Topics topics, Likeness likeness) {
        this.interests = interests;
        this.dismissed = dismissed;
        this.topics = topics;
        this.likeness = likeness;
        this.topicsCount = topicsCount(interests);
    }

    /**
     * The order of the signals does not matter.
     *
     * @param likeness which knows the signals' papers and those to be judged; a signal about another is passed over
     * @param now when the taste is asked for; signals have faded until then
     */
    public static Taste of(Collection<Signal> signals, Topics topics, Likeness likeness, Instant now) {
        Map<PaperId, List<Signal>> byPaper = new HashMap<>();
        signals.stream()
                .filter(signal -> likeness.knows(signal.paper()))
                .forEach(signal -> byPaper.computeIfAbsent(signal.paper(), paper -> new ArrayList<>())
                        .add(signal));
        List<Liked> liked = new ArrayList<>();
        List<Liked> dismissed = new ArrayList<>();
        byPaper.forEach((paper, of) -> {
            // Sorted, so that the sum is the same to the last bit in whatever order they came.
            double weight = of.stream()
                    .mapToDouble(signal -> signal.weightAt(now))
                    .sorted()
                    .sum();
            if (weight > 0) {
                liked.add(new Liked(paper, weight, votes(of), most(of, Signal.MOST_TELLING)));
            } else if (weight < 0) {
                dismissed.add(new Liked(paper, -weight, votes(of), most(of, Signal.MOST_TELLING.reversed())));
            }
        });
        return new Taste(
                Interests.of(liked, likeness),
                dismissed.stream().sorted(Liked.STRONGEST_FIRST).toList(),
                topics,
                likeness);
    }

    private static int votes(List<Signal> signals) {
        return (int) signals.stream()
                .filter(signal -> signal.kind() == Signal.Kind.VOTED)
                .count();
    }

    private static Signal most(List<Signal> signals, Comparator<Signal> telling) {
        return signals.stream().max(telling).orElseThrow();
    }

    /** Strongest first. */
    public List<Interest> interests() {
        return interests;
    }

    /** What is not wanted, strongest first. */
    public List<Liked> dismissed() {
        return dismissed;
    }

    public List<String> topics() {
        return topics.names();
    }

    /** Whether nothing is known of it: no topics, and nothing that happened. */
    public boolean isBlank() {
        return interests.isEmpty() && topics.isEmpty();
    }

    /** @throws IllegalArgumentException for a paper that the likeness was not told of */
    public Judgement judge(PaperId paper) {
        Optional<Interest.Match> liked = interests.stream()
                .map(interest -> interest.match(paper, likeness))
                .max(Comparator.comparingDouble(Interest.Match::fit));
        Optional<Topics.About> topic = topics.of(paper, likeness);
        double like = liked.map(Interest.Match::fit).orElse(0.0);
        double onTopic = topic.map(Topics.About::fit).orElse(0.0) * topicsCount;
        Optional<Judgement.Why> told =
                liked.filter(match -> match.closeness() >= TOLD_FROM).map(this::like);
        Optional<Judgement.Why> named = topic.map(about -> new OnTopic(about.topic()));
        // Both together fit better than either.
        double fit = 1 - (1 - like) * (1 - onTopic);
        return new Judgement(fit, push(paper), like > onTopic ? told.or(() -> named) : named.or(() -> told));
    }

    private Judgement.Why like(Interest.Match match) {
        return new Like(
                match.nearest(), likeness.subject(match.nearest().paper()).title());
    }

    /** Topics are the start: the more is known of what is liked, the less they count, down to half. */
    private static double topicsCount(List<Interest> interests) {
        return 1
                - Liked.strength(
                                interests.stream().mapToDouble(Interest::weight).sum())
                        / 2;
    }

    private double push(PaperId paper) {
        return dismissed.stream()
                .mapToDouble(one -> Liked.strength(one.weight()) * likeness.closeness(paper, one.paper()))
                .max()
                .orElse(0);
    }

    /** What an interest is about, in a few phrases. */
    public List<String> phrases(Interest interest, int max) {
        return likeness.tellingPhrases(
                interest.papers().stream().map(Liked::paper).toList(), max);
    }
}
