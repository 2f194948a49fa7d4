package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How alike papers are, in standard deviations above two papers drawn at random from those around: 0 is nothing in
 * common but the field, 2 is nearer than 98 of 100 pairs. By their vectors; by their words where one of the two has no
 * vector. Any thread.
 */
public final class Likeness {
    /** Nothing in common is told. */
    private static final double UNRELATED = 1;
    /** Nearer come only papers that tell almost the same: one pair in 100,000 of 1,076 papers of Daily Papers. */
    private static final double ALMOST_SAME = 3.8;

    /** The cosines of words at which as many pairs of those papers are nearer as at these deviations by vectors. */
    private static final double[] WORDS = {0, 0.026, 0.059, 0.109, 0.167, 0.232, 0.4};

    private static final double[] DEVIATIONS = {-1, 0, 1.26, 2.21, 2.87, 3.41, 4.5};

    private final Spread spread;
    private final WordWeights words;
    private final Map<PaperId, Subject> subjects;
    private final Map<PaperId, float[]> vectors;
    /** Shared by all that measure against the same papers. */
    private final Map<PaperId, WordWeights.Bag> weights;

    private final Map<PaperId, SubjectWords> texts;

    private Likeness(
            Spread spread,
            WordWeights words,
            Map<PaperId, Subject> subjects,
            Map<PaperId, float[]> vectors,
            Map<PaperId, WordWeights.Bag> weights,
            Map<PaperId, SubjectWords> texts) {
        this.spread = spread;
        this.words = words;
        this.subjects = subjects;
        this.vectors = vectors;
        this.weights = weights;
        this.texts = texts;
    }

    /**
     * Among these papers, against which every likeness is measured.
     *
     * @param vectors of length 1, of as many of them as there are
     */
    public static Likeness among(Collection<Subject> background, Map<PaperId, float[]> vectors) {
        Map<PaperId, Subject> subjects = new HashMap<>();
        background.forEach(subject -> subjects.putIfAbsent(subject.id(), subject));
        return new Likeness(
                Spread.of(vectors),
                WordWeights.among(subjects.values()),
                subjects,
                new HashMap<>(vectors),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** The same measure, which knows these papers too. */
    public Likeness with(Collection<Subject> more, Map<PaperId, float[]> theirVectors) {
        Map<PaperId, Subject> all = new HashMap<>(subjects);
        more.forEach(subject -> all.putIfAbsent(subject.id(), subject));
        Map<PaperId, float[]> allVectors = new HashMap<>(theirVectors);
        allVectors.putAll(vectors);
        return new Likeness(spread, words, all, allVectors, weights, texts);
    }

    public boolean hasVectors() {
        return !vectors.isEmpty();
    }

    public boolean knows(PaperId paper) {
        return subjects.containsKey(paper);
    }

    /** @throws IllegalArgumentException for a paper that it was not told of */
    public Subject subject(PaperId paper) {
        return Optional.ofNullable(subjects.get(paper))
                .orElseThrow(() -> new IllegalArgumentException("a paper that the likeness does not know: " + paper));
    }

    /** In standard deviations. */
    public double between(PaperId one, PaperId other) {
        float[] first = vectors.get(one);
        float[] second = vectors.get(other);
        return first != null && second != null
                ? spread.deviations(Spread.dot(first, second))
                : onVectorsScale(weights(one).cosine(weights(other)));
    }

    /** From 0 for papers with nothing to do with each other to 1 for those that tell almost the same. */
    public double closeness(PaperId one, PaperId other) {
        return one.equals(other) ? 1 : closeness(between(one, other));
    }

    static double closeness(double deviations) {
        return Math.max(0, Math.min(1, (deviations - UNRELATED) / (ALMOST_SAME - UNRELATED)));
    }

    /** Whether two papers with vectors tell almost the same, so that one of them is enough. */
    public boolean almostSame(PaperId one, PaperId other) {
        return vectors.containsKey(one) && vectors.containsKey(other) && between(one, other) >= ALMOST_SAME;
    }

    /** How the papers around stand to a text with this vector. */
    Optional<Spread> spreadTo(float[] text) {
        return Spread.to(text, vectors.values());
    }

    Optional<float[]> vector(PaperId paper) {
        return Optional.ofNullable(vectors.get(paper));
    }

    /** The phrases that tell most of these papers together, the most telling first. */
    List<String> tellingPhrases(Collection<PaperId> papers, int max) {
        return TellingPhrases.of(
                papers.stream().distinct().collect(Collectors.toMap(this::subject, this::weights)), max);
    }

    SubjectWords texts(PaperId paper) {
        return texts.computeIfAbsent(paper, id -> SubjectWords.of(subject(id)));
    }

    private WordWeights.Bag weights(PaperId paper) {
        return weights.computeIfAbsent(paper, id -> words.of(subject(id)));
    }

    private static double onVectorsScale(double cosine) {
        int above = 1;
        while (above < WORDS.length - 1 && cosine > WORDS[above]) {
            above++;
        }
        double part = (cosine - WORDS[above - 1]) / (WORDS[above] - WORDS[above - 1]);
        return DEVIATIONS[above - 1] + Math.min(1, part) * (DEVIATIONS[above] - DEVIATIONS[above - 1]);
    }
}
