package dev.lectern.calendar;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret part of a feed's link: who has it reads the feed. It is an HMAC-SHA256, cut to 128 bits, of the feed's owner and
 * a random seed, under a key that is not in Redis. So a link can be shown again to its owner, and whoever gets hold of what
 * Redis keeps, a seed and a digest, has no link.
 */
final class FeedTokens {
    /** Longer than any that was ever made. */
    static final int LONGEST = 64;

    private static final int BYTES = 16;

    private final SecretKeySpec key;

    FeedTokens(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 32 hexadecimal digits. */
    String token(FeedOwner owner, String seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole =
                    mac.doFinal(("lectern calendar\n" + owner.text() + "\n" + seed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** Under which a token is known in Redis; one that cannot be is known under none, and takes as long to look up. */
    static String digest(String token) {
        return DigestUtils.sha256Hex(token.length() > LONGEST ? "" : token);
    }
}
