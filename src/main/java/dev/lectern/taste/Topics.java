package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics that somebody wrote down: a paper is about one by its words or, where it has a vector, by its meaning. */
public final class Topics {
    /** What a topic counts that a paper names: as much as a fresh vote for the paper itself. */
    private static final double NAMED = 0.5;
    /** A topic that is only meant counts less: a word or two say little. */
    private static final double MEANT = 0.3;
    /**
     * So many standard deviations nearer to the topic than the papers around. Of 20 topics of a word or two among 120
     * papers, most of the nearest ones above this were about the topic, and of those between it and 2 one in five.
     */
    private static final double FROM = 2.5;

    private final List<Wanted> wanted;

    private Topics(List<Wanted> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    private static final class Wanted {
        private final String topic;
        private final Topic words;
        private final Optional<float[]> vector;
        private final Optional<Spread> spread;

        Wanted(String topic, Optional<float[]> vector, Optional<Spread> spread) {
            this.topic = topic;
            this.words = Topic.of(topic);
            this.vector = vector;
            this.spread = spread;
        }

        boolean isNamedIn(SubjectWords texts) {
            return words.isIn(texts);
        }

        boolean isMeantBy(float[] paper) {
            return vector.isPresent()
                    && spread.filter(around -> around.deviations(Spread.dot(vector.get(), paper)) >= FROM)
                            .isPresent();
        }
    }

    /** That a paper is about a topic. */
    record About(String topic, double fit) {}

    public static Topics none() {
        return new Topics(List.of());
    }

    /**
     * @param topics in the order of their importance
     * @param vectors of length 1, by topic; may lack some
     */
    public static Topics of(Collection<String> topics, Map<String, float[]> vectors, Likeness likeness) {
        List<Wanted> wanted = new ArrayList<>();
        for (String topic : topics) {
            Optional<float[]> vector = Optional.ofNullable(vectors.get(topic));
            wanted.add(new Wanted(topic, vector, vector.flatMap(likeness::spreadTo)));
        }
        return new Topics(wanted);
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    public List<String> names() {
        return wanted.stream().map(topic -> topic.topic).toList();
    }

    /** The first topic that a paper names, whatever it means besides. */
    public Optional<String> namedBy(Subject paper) {
        SubjectWords texts = SubjectWords.of(paper);
        return wanted.stream()
                .filter(topic -> topic.isNamedIn(texts))
                .findFirst()
                .map(topic -> topic.topic);
    }

    /** Judged by words alone. */
    public static Topics byWords(Collection<String> topics) {
        return new Topics(topics.stream()
                .map(topic -> new Wanted(topic, Optional.empty(), Optional.empty()))
                .toList());
    }

    /** The first topic that the paper names; else the first that it means. */
    Optional<About> of(PaperId paper, Likeness likeness) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        SubjectWords texts = likeness.texts(paper);
        Optional<About> named = wanted.stream()
                .filter(topic -> topic.isNamedIn(texts))
                .findFirst()
                .map(topic -> new About(topic.topic, NAMED));
        return named.or(() -> likeness.vector(paper).flatMap(this::meantBy));
    }

    private Optional<About> meantBy(float[] paper) {
        return wanted.stream()
                .filter(topic -> topic.isMeantBy(paper))
                .findFirst()
                .map(topic -> new About(topic.topic, MEANT));
    }
}
