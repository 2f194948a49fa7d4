package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The lot that breaks the ties which nothing else breaks. Whoever knows the seed draws the same: each alternative's
 * ticket is the SHA-256, in hexadecimal, of the seed, a line feed and the alternative's id, all in UTF-8; the lowest
 * ticket is first. On a command line: {@code printf '%s\n%s' SEED ID | sha256sum}.
 *
 * <p>The seed is told when the ballot opens, before anybody votes, so that nobody can choose it by its effect.
 */
public final class Lot {
    private Lot() {}

    /** The ids, first drawn first. */
    public static List<String> draw(String seed, Collection<String> ids) {
        return ids.stream()
                .sorted(Comparator.comparing((String id) -> ticket(seed, id)).thenComparing(id -> id))
                .toList();
    }

    /** 64 hexadecimal digits, in lower case. */
    public static String ticket(String seed, String id) {
        return DigestUtils.sha256Hex(seed + "\n" + id);
    }
}
