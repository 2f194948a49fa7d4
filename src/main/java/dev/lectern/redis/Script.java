package dev.lectern.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script that Redis runs as one atomic step; all of its keys must share a hash tag. Any thread may use it. */
public final class Script {
    private final String source;
    private final String digest;

    private Script(String source) {
        this.source = source;
        this.digest = DigestUtils.sha1Hex(source);
    }

    /** The script made of these files of the class path's {@code lua} folder, one after the other. */
    public static Script load(String... names) {
        return new Script(Arrays.stream(names).map(Script::read).collect(Collectors.joining("\n")));
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All of it or nothing, and nothing else in between. A server that does not know the script yet is taught it.
     *
     * @param keys all of one hash slot, or a Cluster refuses them
     * @return what the script returns: a Long, a String, a List of these, or null for nothing
     */
    public Object run(UnifiedJedis redis, List<String> keys, List<String> arguments) {
        try {
            return redis.evalsha(digest, keys, arguments);
        } catch (JedisNoScriptException unknownToThisServer) {
            return redis.eval(source, keys, arguments);
        }
    }
}
