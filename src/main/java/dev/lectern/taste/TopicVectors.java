package dev.lectern.taste;

import dev.lectern.paper.search.Embedder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors of the topics that people write down: the model takes its time, so each is made once a process. Any thread. */
public final class TopicVectors {
    private static final int MOST = 5_000;

    private final Embedder model;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    public TopicVectors(Embedder model) {
        this.model = model;
    }

    /** By topic. Takes tens of milliseconds for each that is new, and the loading of the model: never before an ack. */
    public Map<String, float[]> of(Collection<String> topics) {
        if (known.size() > MOST) {
            known.clear();
        }
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (String topic : topics) {
            vectors.put(topic, known.computeIfAbsent(topic, text -> model.embed(text)));
        }
        return vectors;
    }
}
