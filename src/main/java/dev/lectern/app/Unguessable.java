package dev.lectern.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A new text each time, of 128 random bits as 32 hexadecimal digits. Any thread. */
final class Unguessable implements Supplier<String> {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
