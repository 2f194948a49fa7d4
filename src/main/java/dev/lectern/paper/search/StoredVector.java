package dev.lectern.paper.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The value of a vector's key: a byte that names this layout, the hash of the text that it is made of, and its
 * components as IEEE 754 single precision, little-endian.
 */
final class StoredVector {
    private static final byte LAYOUT = 1;
    /** So many bytes of a value tell which text it is made of. */
    static final int HEAD_BYTES = 1 + EmbeddedText.HASH_BYTES;

    private StoredVector() {}

    static byte[] write(byte[] textHash, float[] vector) {
        ByteBuffer value =
                ByteBuffer.allocate(HEAD_BYTES + vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        value.put(LAYOUT).put(textHash).asFloatBuffer().put(vector);
        return value.array();
    }

    /** Empty for what another Lectern may have written in another layout. */
    static Optional<float[]> read(byte[] value) {
        int bytes = value.length - HEAD_BYTES;
        if (bytes <= 0 || bytes % Float.BYTES != 0 || value[0] != LAYOUT) {
            return Optional.empty();
        }
        float[] vector = new float[bytes / Float.BYTES];
        ByteBuffer.wrap(value, HEAD_BYTES, bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(vector);
        return Optional.of(vector);
    }

    /** @param head a value's beginning; empty where there is no value */
    static boolean isOf(byte[] textHash, byte[] head) {
        return head.length == HEAD_BYTES
                && head[0] == LAYOUT
                && Arrays.equals(head, 1, HEAD_BYTES, textHash, 0, textHash.length);
    }
}
