package dev.lectern.app;

import dev.lectern.paper.search.Embedder;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/** A model whose vectors are kept in a file below {@code target}: what was asked once costs nothing in the next run. */
final class RememberedEmbedder implements Embedder, AutoCloseable {
    private static final int DIGEST_BYTES = 32;

    private final Embedder model;
    private final Map<String, float[]> known = new HashMap<>();
    private final DataOutputStream out;

    RememberedEmbedder(Embedder model, Path file) throws IOException {
        this.model = model;
        if (Files.exists(file)) {
            read(file);
        }
        this.out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    private void read(Path file) throws IOException {
        int record = DIGEST_BYTES + dimensions() * Float.BYTES;
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // A run that was ended in the middle of a record left a part of it.
            whole.truncate(whole.size() / record * record);
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            for (byte[] bytes = in.readNBytes(record); bytes.length == record; bytes = in.readNBytes(record)) {
                float[] vector = new float[dimensions()];
                ByteBuffer.wrap(bytes, DIGEST_BYTES, record - DIGEST_BYTES).asFloatBuffer().get(vector);
                known.put(HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES), vector);
            }
        }
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public float[] embed(String text) {
        return remembered("text " + text, () -> model.embed(text));
    }

    @Override
    public float[] embedQuery(String query) {
        return remembered("query " + query, () -> model.embedQuery(query));
    }

    private synchronized float[] remembered(String what, Supplier<float[]> otherwise) {
        byte[] digest = sha256(model() + " " + what);
        return known.computeIfAbsent(HexFormat.of().formatHex(digest), key -> {
            float[] vector = otherwise.get();
            try {
                out.write(digest);
                for (float component : vector) {
                    out.writeFloat(component);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return vector;
        });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
