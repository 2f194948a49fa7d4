package dev.lectern.redis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Tells a Redis that cannot be worked with just now (away, full, read-only, starting) from a command that it will never
 * take.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis: errors begin with their code</a>
 */
public final class RedisTrouble {
    private static final Set<String> NO_WRITES = Set.of("OOM", "READONLY", "MISCONF", "NOREPLICAS", "NOPERM");
    private static final Set<String> PASSING =
            Set.of("LOADING", "MASTERDOWN", "BUSY", "TRYAGAIN", "CLUSTERDOWN", "NOAUTH", "WRONGPASS");

    private RedisTrouble() {}

    /** Whether it is the server's trouble and not the command's. */
    public static boolean is(Throwable failure) {
        return leavesUnknown(failure) || (failure instanceof JedisDataException && passing(failure.getMessage()));
    }

    /** Whether no answer came, so that nobody knows whether the command was run. */
    public static boolean leavesUnknown(Throwable failure) {
        return failure instanceof JedisException && !(failure instanceof JedisDataException);
    }

    /** Whether the server is there and takes no writes, so that surely nothing was changed. */
    public static boolean refusesWrites(Throwable failure) {
        return failure instanceof JedisDataException && hasCode(NO_WRITES, failure.getMessage());
    }

    private static boolean passing(@Nullable String message) {
        return hasCode(PASSING, message) || hasCode(NO_WRITES, message);
    }

    private static boolean hasCode(Set<String> codes, @Nullable String message) {
        String text = String.valueOf(message);
        // An error within a script is told with the script's own words before it.
        return codes.stream().anyMatch(code -> text.startsWith(code + " ") || text.contains(": " + code + " "));
    }
}
