package dev.lectern.redis;

import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisDataException;

/** What it means that Redis did not do what it was asked, in words for the operator. */
final class RedisProblem {
    private RedisProblem() {}

    /**
     * One sentence, without a stop at its end.
     *
     * @param who the server, as the sentence begins
     * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors">Redis: an error's
     *     first word says its kind</a>
     */
    static String sentence(String who, Throwable failure) {
        return who + " " + refusal(failure).map(RedisProblem::meaning).orElse("does not answer");
    }

    /** The first word of what Redis itself said, if it said something. */
    private static Optional<String> refusal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(JedisDataException.class::isInstance)
                .map(said -> String.valueOf(said.getMessage()).split(" ", 2)[0])
                .findFirst();
    }

    private static String meaning(String error) {
        return switch (error) {
            case "OOM" -> "is full: give it more memory (maxmemory), or take something out of it";
            case "READONLY" -> "is a replica, which is read-only: name its master, or its Sentinels";
            case "MISCONF" -> "takes no writes, since it cannot save to its disk: see its log for the reason";
            case "NOREPLICAS" -> "takes no writes, since it has too few replicas (min-replicas-to-write)";
            case "LOADING" -> "is still loading its data: wait until it has";
            case "BUSY" -> "is busy with a script that does not end";
            case "MASTERDOWN" -> "is a replica that lost its master";
            case "CLUSTERDOWN" -> "is part of a Cluster that is down: see CLUSTER INFO";
            case "NOAUTH", "WRONGPASS" -> "does not let us in: check user and password in LECTERN_REDIS_URL";
            case "NOPERM" -> "forbids its user what Lectern needs: all commands on keys that begin with lectern:";
            default -> "takes no writes (" + error + ")";
        };
    }
}
