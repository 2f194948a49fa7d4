package dev.lectern.paper.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an index is kept. */
final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    private static final double MEGABYTES_BEFORE_A_SEGMENT = 32;

    /** @param kept whether it is on disk */
    record Opened(IndexWriter writer, boolean kept) {}

    private IndexFolder() {}

    /**
     * Opens the folder's index. While another process works on it, a copy of it in memory; and where the disk fails us,
     * an empty one in memory: everything in it can be had again.
     */
    static Opened open(Path folder) {
        try {
            Files.createDirectories(folder);
            Directory disk = FSDirectory.open(folder);
            try {
                return new Opened(writer(disk), true);
            } catch (LockObtainFailedException e) {
                return copyInMemory(disk);
            } catch (IOException | IllegalArgumentException broken) {
                log.warn("the index in {} cannot be read and is made anew: {}", folder, broken.toString());
                clear(disk);
                return new Opened(writer(disk), true);
            }
        } catch (IOException e) {
            log.warn("there can be no index in {}; it is kept in memory: {}", folder, e.toString());
            return inMemory();
        }
    }

    static Opened inMemory() {
        try {
            return new Opened(writer(new ByteBuffersDirectory()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opened copyInMemory(Directory disk) throws IOException {
        try (disk) {
            Directory memory = new ByteBuffersDirectory();
            for (String file : SegmentInfos.readLatestCommit(disk).files(true)) {
                memory.copyFrom(disk, file, file, IOContext.READONCE);
            }
            return new Opened(writer(memory), false);
        } catch (IOException e) {
            // Nothing was kept there yet, or the other process tidied up meanwhile.
            return inMemory();
        }
    }

    private static void clear(Directory disk) throws IOException {
        for (String file : disk.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                disk.deleteFile(file);
            }
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(
                new PerFieldAnalyzerWrapper(Words.SINGULARS, Map.of(PaperDocument.TITLE_WORDS, Words.AS_WRITTEN)));
        config.setSimilarity(similarity());
        config.setRAMBufferSizeMB(MEGABYTES_BEFORE_A_SEGMENT);
        return new IndexWriter(directory, config);
    }

    static Similarity similarity() {
        Similarity ofText = new BM25Similarity(WordScores.K1, WordScores.B);
        Similarity ofPeople = new BM25Similarity(WordScores.K1, WordScores.B_OF_PEOPLE);
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return field.equals(PaperDocument.PEOPLE) ? ofPeople : ofText;
            }
        };
    }
}
