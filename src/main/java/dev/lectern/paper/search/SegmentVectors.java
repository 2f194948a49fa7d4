package dev.lectern.paper.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The index's vectors in memory, a segment at a time; a segment never changes and goes when the index lets go of it. Any
 * thread. All of them are compared with a question, one by one: with the papers of a reading group that takes less than
 * it takes to read the words, and leaves nothing out as a graph does.
 */
final class SegmentVectors {
    private static final float[] NONE = {};

    private final Map<IndexReader.CacheKey, float[][]> bySegment = new ConcurrentHashMap<>();

    /** By the segment's document numbers; an empty one where there is no vector. */
    float[][] of(LeafReader segment) {
        IndexReader.CacheHelper life = segment.getCoreCacheHelper();
        float[][] known = bySegment.get(life.getKey());
        if (known != null) {
            return known;
        }
        try {
            float[][] vectors = read(segment);
            if (bySegment.putIfAbsent(life.getKey(), vectors) == null) {
                life.addClosedListener(bySegment::remove);
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[][] read(LeafReader segment) throws IOException {
        float[][] vectors = new float[segment.maxDoc()][];
        Arrays.fill(vectors, NONE);
        BinaryDocValues values = segment.getBinaryDocValues(PaperDocument.VECTOR);
        if (values != null) {
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                float[] vector = PaperDocument.vector(values.binaryValue());
                vectors[doc] = isVector(vector) ? vector : NONE;
            }
        }
        return vectors;
    }

    /** Whether it can be compared with others at all. */
    static boolean isVector(float[] components) {
        double square = 0;
        for (float component : components) {
            square += (double) component * component;
        }
        return square > 0 && Double.isFinite(square);
    }
}
