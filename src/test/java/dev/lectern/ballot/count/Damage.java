package dev.lectern.ballot.count;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files as they may arrive: cut off, with bytes changed, lines doubled or lost, and odd things put in. */
final class Damage {
    private static final List<String> ODD = List.of(
            ":",
            ",",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "#",
            "\n",
            "-",
            "0",
            "999999999999",
            "1e9",
            "\u0000",
            "é",
            "null",
            "{}",
            "\\",
            "{\"");

    private Damage() {}

    static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> joined(bytes, from, new byte[0], bytes.length);
            case 1 -> joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, from + 1);
            case 2 -> joined(bytes, from, new byte[0], to);
            case 3 -> joined(bytes, from, ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8), from);
            default -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
        };
    }

    private static byte[] joined(byte[] bytes, int end, byte[] between, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.writeBytes(between);
        out.write(bytes, start, bytes.length - start);
        return out.toByteArray();
    }
}
