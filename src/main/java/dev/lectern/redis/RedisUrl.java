package dev.lectern.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Where Redis is: {@code redis://[user:password@]host[:port][/database]} (or {@code rediss} for TLS),
 * {@code redis-sentinel://[user:password@]host:port,host:port/master}, or
 * {@code redis-cluster://[user:password@]host:port,host:port}. The port is 6379 where none is given, a Sentinel's 26379.
 */
record RedisUrl(Kind kind, List<HostAndPort> hosts, String path, String user, String password) {
    private static final int PORT = 6379;
    private static final int SENTINEL_PORT = 26_379;
    private static final int HIGHEST_PORT = 65_535;
    /** A name or an address, the one of version six in brackets; then perhaps a port. */
    private static final Pattern PLACE = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]\\s]+)(?::(\\d{1,5}))?");

    private static final Duration CONNECTING = Duration.ofSeconds(1);
    /**
     * The pool replaces a broken connection before the command returns, so a server that hangs costs this twice; Slack
     * waits for three seconds in all.
     */
    private static final Duration ANSWERING = Duration.ofMillis(1200);

    /** One for each thread that works, and some for those who answer requests. */
    private static final int CONNECTIONS = 96;
    /** So often unused connections are tried, so that those which broke while Redis was away are not handed out. */
    private static final Duration LOOKING_AFTER = Duration.ofSeconds(1);
    /** On a Cluster: how often a command is sent, to the node that it turns out to belong to, or after a failure. */
    private static final int CLUSTER_ATTEMPTS = 3;

    enum Kind {
        REDIS,
        REDISS,
        REDIS_SENTINEL,
        REDIS_CLUSTER;

        private boolean isOneServer() {
            return this == REDIS || this == REDISS;
        }
    }

    /** @throws RedisException when the text is no such URL; the message never repeats a password */
    static RedisUrl parse(String url) {
        try {
            URI uri = new URI(url.trim());
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                // The rest of a password that was not escaped, and then the host is not one either.
                throw new IllegalArgumentException("more than a place");
            }
            Kind kind = Kind.valueOf(
                    String.valueOf(uri.getScheme()).toUpperCase(Locale.ROOT).replace('-', '_'));
            String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
            int at = authority.lastIndexOf('@');
            String[] login = (at < 0 ? "" : authority.substring(0, at)).split(":", 2);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
            return new RedisUrl(
                    kind,
                    hosts(kind, authority.substring(at + 1)),
                    path,
                    decode(login[0]),
                    login.length < 2 ? "" : decode(login[1]));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RedisException("LECTERN_REDIS_URL is not a Redis URL; write redis://host:6379, "
                    + "redis-sentinel://host:26379,host:26379/master or redis-cluster://host:6379,host:6379");
        }
    }

    RedisUrl {
        if (hosts.isEmpty() || (kind.isOneServer() && hosts.size() > 1)) {
            throw new IllegalArgumentException("too few hosts, or too many");
        }
        boolean pathFits = switch (kind) {
            case REDIS, REDISS -> path.matches("\\d{0,4}");
            case REDIS_SENTINEL -> !path.isEmpty();
            case REDIS_CLUSTER -> path.isEmpty();
        };
        if (!pathFits) {
            throw new IllegalArgumentException("not a database's number, or no master");
        }
    }

    private static String decode(String part) {
        return java.net.URLDecoder.decode(part.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<HostAndPort> hosts(Kind kind, String text) {
        return Arrays.stream(text.split(","))
                .filter(host -> !host.isBlank())
                .map(host -> host(kind, host))
                .toList();
    }

    private static HostAndPort host(Kind kind, String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException("not a host");
        }
        int usual = kind == Kind.REDIS_SENTINEL ? SENTINEL_PORT : PORT;
        int port = place.group(2) == null ? usual : Integer.parseInt(place.group(2));
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port");
        }
        return new HostAndPort(place.group(1), port);
    }

    /** @throws RedisException when nobody answers there */
    UnifiedJedis connect() {
        return connect(Optional.empty());
    }

    /**
     * @param sentinelPassword what the Sentinels ask for, who know nothing of the master's password
     * @throws RedisException when nobody answers there
     */
    UnifiedJedis connect(Optional<String> sentinelPassword) {
        try {
            return answering(open(sentinelPassword));
        } catch (JedisException e) {
            throw new RedisException(
                    "Redis at " + place() + " cannot be used (" + e.getMessage()
                            + "): start it, or name another one with LECTERN_REDIS_URL",
                    e);
        }
    }

    private static UnifiedJedis answering(UnifiedJedis client) {
        try {
            client.exists("lectern:here");
            return client;
        } catch (JedisException e) {
            client.close();
            throw e;
        }
    }

    private UnifiedJedis open(Optional<String> sentinelPassword) {
        Set<HostAndPort> nodes = new LinkedHashSet<>(hosts);
        return switch (kind) {
            case REDIS, REDISS ->
                RedisClient.builder()
                        .hostAndPort(hosts.get(0))
                        .clientConfig(login())
                        .poolConfig(pool())
                        .build();
            case REDIS_SENTINEL ->
                RedisSentinelClient.builder()
                        .masterName(path)
                        .sentinels(nodes)
                        .sentinelClientConfig(sentinelLogin(sentinelPassword))
                        .clientConfig(login())
                        .poolConfig(pool())
                        .build();
            case REDIS_CLUSTER ->
                RedisClusterClient.builder()
                        .nodes(nodes)
                        .maxAttempts(CLUSTER_ATTEMPTS)
                        .maxTotalRetriesDuration(ANSWERING)
                        .clientConfig(login())
                        .poolConfig(pool())
                        .build();
        };
    }

    private JedisClientConfig login() {
        var config = impatient().ssl(kind == Kind.REDISS);
        if (!user.isEmpty()) {
            config.user(user);
        }
        if (!password.isEmpty()) {
            config.password(password);
        }
        if (kind.isOneServer() && !path.isEmpty()) {
            config.database(Integer.parseInt(path));
        }
        return config.build();
    }

    private static JedisClientConfig sentinelLogin(Optional<String> password) {
        // A Sentinel is spoken to in the older protocol, and Jedis warns of it when it has to find that out.
        var config = impatient().autoNegotiateProtocol(false);
        password.ifPresent(config::password);
        return config.build();
    }

    private static DefaultJedisClientConfig.Builder impatient() {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) CONNECTING.toMillis())
                .socketTimeoutMillis((int) ANSWERING.toMillis());
    }

    private static GenericObjectPoolConfig<Connection> pool() {
        GenericObjectPoolConfig<Connection> pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(CONNECTING);
        pool.setTimeBetweenEvictionRuns(LOOKING_AFTER);
        pool.setJmxEnabled(false);
        return pool;
    }

    private String place() {
        return hosts.stream().map(HostAndPort::toString).collect(Collectors.joining(","));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return kind + "://" + place();
    }
}
