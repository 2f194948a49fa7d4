package dev.lectern.paper.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** {@link WordsEmbedder}, with a look at what was asked of it. */
final class CountingEmbedder implements Embedder {
    private final Embedder words = new WordsEmbedder();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final Consumer<String> before;

    CountingEmbedder() {
        this(text -> {});
    }

    /** @param before called with each text before it is read */
    CountingEmbedder(Consumer<String> before) {
        this.before = before;
    }

    @Override
    public String model() {
        return words.model();
    }

    @Override
    public int dimensions() {
        return words.dimensions();
    }

    @Override
    public float[] embed(String text) {
        before.accept(text);
        texts.add(text);
        times.merge(text, 1, Integer::sum);
        return words.embed(text);
    }

    List<String> texts() {
        return texts;
    }

    /** How often each text was read. */
    Map<String, Integer> times() {
        return times;
    }
}
