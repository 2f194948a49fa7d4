package dev.lectern.ballot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.group.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Under which name a vote is kept: the member's id or, on a secret ballot, what only the ballot's secret makes of it. */
public record Voter(@JsonValue String value) implements Comparable<Voter> {
    private static final String HIDDEN = "?";
    private static final String ALGORITHM = "HmacSHA256";

    @JsonCreator
    public Voter {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a voter without a name");
        }
    }

    public static Voter of(UserId member) {
        return new Voter(member.value());
    }

    /**
     * The same name for the same member and secret; whoever does not have the secret can't tell whose it is, nor find it
     * by trying all members.
     */
    static Voter hidden(UserId member, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] code = mac.doFinal(member.value().getBytes(StandardCharsets.UTF_8));
            return new Voter(HIDDEN + Base64.getUrlEncoder().withoutPadding().encodeToString(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Who that is; empty on a secret ballot. */
    public Optional<UserId> member() {
        return value.startsWith(HIDDEN) ? Optional.empty() : Optional.of(new UserId(value));
    }

    @Override
    public int compareTo(Voter other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
