package dev.lectern.slack.install;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which tokens are kept: AES-256-GCM, with a nonce of its own for each value. The first key seals; all of
 * them open, so that a key can be changed without anybody installing again. Any thread.
 *
 * @see <a href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf">NIST SP 800-38D</a>
 */
public final class SecretKeys {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String FORM = "1";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int ID_BYTES = 4;
    private static final int HEX_DIGITS = 2 * KEY_BYTES;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    private record Key(String id, SecretKeySpec key) {}

    private SecretKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * @param text one or more keys of 32 bytes, each in base64 or as 64 hexadecimal digits, with commas or blanks between
     * @throws IllegalArgumentException when it is not that; the message says so, without the keys, and goes on after the
     *     name of the setting
     */
    public static SecretKeys read(String text) {
        List<Key> keys = new ArrayList<>();
        for (String word : text.strip().split("[,\\s]+")) {
            keys.add(key(bytes(word)
                    .filter(bytes -> bytes.length == KEY_BYTES)
                    .orElseThrow(
                            () -> new IllegalArgumentException("must be 32 bytes in base64 or hexadecimal digits, and "
                                    + (keys.isEmpty() ? "is not" : "its key number " + (keys.size() + 1) + " is not")
                                    + ": make one with openssl rand -base64 32"))));
        }
        return new SecretKeys(List.copyOf(keys));
    }

    private static Optional<byte[]> bytes(String word) {
        try {
            return Optional.of(
                    word.length() == HEX_DIGITS
                            ? HexFormat.of().parseHex(word)
                            : Base64.getDecoder().decode(word.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    private static Key key(byte[] bytes) {
        byte[] digest = sha256(("lectern key id " + HexFormat.of().formatHex(bytes)).getBytes(StandardCharsets.UTF_8));
        return new Key(HexFormat.of().formatHex(digest, 0, ID_BYTES), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param about whose and what the value is: it opens as nothing else */
    public String seal(String secret, String about) {
        Key key = keys.get(0);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = crypt(Cipher.ENCRYPT_MODE, key, nonce, about, secret.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("AES-256-GCM does not seal"));
        byte[] both = ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
        return FORM + "." + key.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Empty where it was sealed under none of these keys, or for something else, or was changed since. */
    public Optional<String> open(String text, String about) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(key -> key.id().equals(parts[1]))
                .flatMap(key -> opened(key, parts[2], about).stream())
                .findFirst();
    }

    private static Optional<String> opened(Key key, String text, String about) {
        Optional<byte[]> both = bytes(text).filter(bytes -> bytes.length > NONCE_BYTES + TAG_BYTES);
        return both.flatMap(bytes -> crypt(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOf(bytes, NONCE_BYTES),
                        about,
                        Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)))
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    /** Whether it would be sealed under another key by now. */
    public boolean isUnderOlderKey(String text) {
        return !text.startsWith(FORM + "." + keys.get(0).id() + ".");
    }

    private static Optional<byte[]> crypt(int mode, Key key, byte[] nonce, String about, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key.key(), new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SecretKeys[" + keys.size() + "]";
    }
}
