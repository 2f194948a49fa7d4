package dev.lectern.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** Reads many papers' keys in few trips, and follows the ids that turned out to be another paper's. */
final class PaperReader {
    private static final int BATCH = 500;
    /** An id leads to one that stands before it only ({@link PaperId#STANDS_FIRST}), so a longer way means a bug. */
    private static final int LONGEST_CHAIN = 1000;

    /**
     * What stands under an id.
     *
     * @param text as Redis holds it; empty when there is nothing
     * @param joining the paper that this one is being made a part of; see {@link StoredPaper}
     */
    record Entry(PaperId id, String text, Optional<PaperId> sameAs, Optional<Paper> paper, Optional<PaperId> joining) {
        static Entry of(PaperId id, Optional<String> text) {
            if (text.isEmpty()) {
                return new Entry(id, "", Optional.empty(), Optional.empty(), Optional.empty());
            }
            StoredPaper stored = StoredPaper.read(id, text.get());
            return new Entry(id, text.get(), stored.sameAs(), stored.paper(), stored.joining());
        }

        /** Also where a crash left the id without its paper. */
        Names names() {
            return paper.map(Paper::names)
                    .or(() -> id.asArxiv().map(Names.NONE::withArxiv))
                    .orElse(Names.NONE);
        }
    }

    private final UnifiedJedis redis;

    PaperReader(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** The entries of these ids, and of all that they lead to. */
    Map<PaperId, Entry> read(Collection<PaperId> ids) {
        Map<PaperId, Entry> entries = new HashMap<>();
        Set<PaperId> wanted = new LinkedHashSet<>(ids);
        while (!wanted.isEmpty()) {
            Map<PaperId, Entry> found = readExactly(List.copyOf(wanted));
            entries.putAll(found);
            wanted.clear();
            found.values().forEach(entry -> entry.sameAs().or(entry::joining).ifPresent(wanted::add));
            wanted.removeAll(entries.keySet());
        }
        return entries;
    }

    private Map<PaperId, Entry> readExactly(List<PaperId> ids) {
        Map<PaperId, Entry> entries = new LinkedHashMap<>();
        List<Optional<String>> texts = texts(ids.stream().map(PaperKeys::paper).toList());
        for (int i = 0; i < ids.size(); i++) {
            entries.put(ids.get(i), Entry.of(ids.get(i), texts.get(i)));
        }
        return entries;
    }

    /** The values of string keys, in their order. */
    List<Optional<String>> texts(List<String> keys) {
        List<Optional<String>> texts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<String>> answers = keys.subList(from, Math.min(from + BATCH, keys.size())).stream()
                        .map(pipeline::get)
                        .toList();
                pipeline.sync();
                answers.forEach(answer -> texts.add(Optional.ofNullable(answer.get())));
            }
        }
        return texts;
    }

    /** The entry that an id leads to in the end. */
    Entry resolve(PaperId id, Map<PaperId, Entry> entries) {
        Entry entry = at(id, entries);
        for (int step = 0; entry.sameAs().isPresent(); step++) {
            if (step == LONGEST_CHAIN) {
                throw new IllegalStateException("paper " + id + " leads in a circle");
            }
            entry = at(entry.sameAs().get(), entries);
        }
        return entry;
    }

    private static Entry at(PaperId id, Map<PaperId, Entry> entries) {
        Entry entry = entries.get(id);
        return entry == null ? Entry.of(id, Optional.empty()) : entry;
    }
}
