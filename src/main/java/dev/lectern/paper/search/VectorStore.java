package dev.lectern.paper.search;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * The papers' vectors of one model in Redis, made once for all processes. Any thread and any process may use it. Each
 * knows the text that it is made of; the vector of a text that has changed since stands until a new one is kept.
 */
public final class VectorStore implements Vectors {
    private static final int BATCH = 200;

    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final String model;
    private final VectorClaims claims;

    /** @param papers told of each vector that is kept, so that every process takes it into its index */
    public VectorStore(UnifiedJedis redis, PaperStore papers, Embedder embedder) {
        this.redis = redis;
        this.papers = papers;
        this.model = embedder.model() + "/" + EmbeddedText.WAY;
        this.claims = new VectorClaims(redis, model);
    }

    /** A paper and its names in a Cluster are spread by the paper's id; so is its vector. */
    private byte[] key(PaperId id) {
        return ("lectern:paper-vector:" + id.tagged() + ":" + model).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<PaperId, float[]> of(Collection<PaperId> ids) {
        Map<PaperId, float[]> vectors = new LinkedHashMap<>();
        ask(ids, (pipeline, id) -> pipeline.get(key(id)))
                .forEach((id, value) -> StoredVector.read(value).ifPresent(vector -> vectors.put(id, vector)));
        return vectors;
    }

    /** Those of the papers that have no vector of their text as it stands here, in their order. */
    public List<Paper> lacking(Collection<Paper> some) {
        List<PaperId> ids = some.stream().map(Paper::id).toList();
        Map<PaperId, byte[]> heads =
                ask(ids, (pipeline, id) -> pipeline.getrange(key(id), 0, StoredVector.HEAD_BYTES - 1));
        return some.stream()
                .filter(paper ->
                        !StoredVector.isOf(EmbeddedText.hash(paper), heads.getOrDefault(paper.id(), new byte[0])))
                .toList();
    }

    private Map<PaperId, byte[]> ask(
            Collection<PaperId> some, BiFunction<AbstractPipeline, PaperId, Response<byte[]>> question) {
        List<PaperId> ids = List.copyOf(some);
        Map<PaperId, byte[]> values = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            Map<PaperId, Response<byte[]>> answers = new LinkedHashMap<>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                ids.subList(from, Math.min(from + BATCH, ids.size()))
                        .forEach(id -> answers.put(id, question.apply(pipeline, id)));
                pipeline.sync();
            }
            answers.forEach((id, answer) -> {
                if (answer.get() != null) {
                    values.put(id, answer.get());
                }
            });
        }
        return values;
    }

    /**
     * Keeps vectors, tells whoever follows the papers' changes, and ends the claims on these papers, in this order: a
     * crash between leaves claims that run out, and {@link #abandoned} tells of them.
     *
     * @param vectors of the papers' texts as they stand here, each of length 1
     */
    public void keep(Map<Paper, float[]> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        try (AbstractPipeline pipeline = redis.pipelined()) {
            vectors.forEach((paper, vector) ->
                    pipeline.set(key(paper.id()), StoredVector.write(EmbeddedText.hash(paper), vector)));
            pipeline.sync();
        }
        settle(vectors.keySet().stream().map(Paper::id).toList());
    }

    /** Tells of papers whose vector is kept already, and ends the claims on them. */
    public void settle(Collection<PaperId> ids) {
        papers.noteChanged(ids);
        claims.end(ids);
    }

    /** Removes the vectors of ids that turned out to be another paper's, and the claims on them. */
    public void forget(Collection<PaperId> ids) {
        List<PaperId> gone = List.copyOf(ids);
        if (gone.isEmpty()) {
            return;
        }
        try (AbstractPipeline pipeline = redis.pipelined()) {
            gone.forEach(id -> pipeline.del(key(id)));
            pipeline.sync();
        }
        claims.end(gone);
    }

    /** Those of the papers that no other process is making vectors of; they are the caller's for that long. */
    public List<PaperId> claim(Collection<PaperId> ids, Duration length) {
        return claims.take(ids, length);
    }

    /** Ends claims without a word to anybody. */
    void release(Collection<PaperId> ids) {
        claims.end(ids);
    }

    /** Leaves claimed papers to whoever asks for {@link #abandoned} ones next. */
    public void giveUp(Collection<PaperId> ids) {
        claims.giveUp(ids);
    }

    /** Papers that somebody claimed and did not finish in time, or gave up; their vectors may have been kept or not. */
    public List<PaperId> abandoned(int max) {
        return claims.abandoned(max);
    }
}
