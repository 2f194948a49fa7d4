package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a member who asks anonymously: a keyed hash (HMAC, RFC 2104) of who they are. While the meeting's secret
 * is kept, their own request can be told from another's, so that they can delete what they asked; once it is gone, nobody
 * can tell.
 */
final class Alias {
    private static final String METHOD = "HmacSHA256";
    /** 112 bits, which as hexadecimal digits fit into the shape of an id, and are longer than any that Slack gives. */
    private static final int BYTES = 14;

    private Alias() {}

    /** In the shape of a member's id, and no member's. */
    static UserId of(String secret, UserId member) {
        try {
            Mac mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), METHOD));
            byte[] hash = mac.doFinal(member.value().getBytes(StandardCharsets.UTF_8));
            return new UserId(
                    "U" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)).toUpperCase(Locale.ROOT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + METHOD, e);
        }
    }
}
