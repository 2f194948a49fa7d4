package dev.lectern.paper.source;

import dev.lectern.work.Stored;
import dev.lectern.work.UnreadableState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * What sites answered, for all processes: so that the same thing is not sent twice. Bounded: the newest {@value
 * #MOST_ANSWERS} answers of at most {@value #MOST_BYTES} bytes each, packed, are kept for two days. Any thread.
 */
public final class SourceCacheStore {
    static final int MOST_ANSWERS = 200;
    static final int MOST_BYTES = 256 << 10;
    private static final Logger log = LoggerFactory.getLogger(SourceCacheStore.class);
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String PREFIX = "lectern:site-answer:";
    private static final String NEWEST = "lectern:site-answers";

    private final UnifiedJedis redis;
    private final InstantSource clock;

    public SourceCacheStore(UnifiedJedis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * An answer that was given before.
     *
     * @param etag and {@code modified}: as the site sent them, to ask whether there is anything newer
     * @param age since it was last known to be the site's present answer
     */
    record Known(Site.Answer answer, Optional<String> etag, Optional<String> modified, Duration age) {}

    /** As it stands in Redis; the body is packed. */
    record Kept(String from, String type, byte[] body, Optional<String> etag, Optional<String> modified, Instant at) {}

    Optional<Known> find(URI address) {
        return kept(address).flatMap(kept -> known(address, kept));
    }

    private Optional<Kept> kept(URI address) {
        try {
            return Optional.ofNullable(redis.get(key(address))).map(json -> Stored.read(json, Kept.class));
        } catch (UnreadableState e) {
            log.warn("a kept answer of {} cannot be read and is left aside: {}", address.getHost(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Known> known(URI address, Kept kept) {
        try {
            Site.Answer answer = new Site.Answer(URI.create(kept.from()), 200, kept.type(), unpack(kept.body()));
            return Optional.of(
                    new Known(answer, kept.etag(), kept.modified(), Duration.between(kept.at(), clock.instant())));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("a kept answer of {} is damaged and is left aside", address.getHost());
            return Optional.empty();
        }
    }

    /** Keeps an answer, if it is not too large. */
    void keep(URI address, Site.Answer answer, Optional<String> etag, Optional<String> modified) {
        byte[] packed = pack(answer.body());
        if (packed.length > MOST_BYTES) {
            redis.del(key(address));
            return;
        }
        Kept kept = new Kept(answer.from().toString(), answer.type(), packed, etag, modified, clock.instant());
        write(address, kept);
        redis.zadd(NEWEST, clock.millis(), key(address));
        forgetOldest();
    }

    /** The site said that its answer is still the same. */
    void confirm(URI address) {
        kept(address)
                .ifPresent(kept -> write(
                        address,
                        new Kept(
                                kept.from(), kept.type(), kept.body(), kept.etag(), kept.modified(), clock.instant())));
    }

    private void write(URI address, Kept kept) {
        redis.set(key(address), Stored.write(kept), SetParams.setParams().px(KEPT.toMillis()));
    }

    private void forgetOldest() {
        List<String> tooMany = redis.zrange(NEWEST, 0, -MOST_ANSWERS - 1L);
        tooMany.forEach(key -> {
            redis.del(key);
            redis.zrem(NEWEST, key);
        });
    }

    private static String key(URI address) {
        return PREFIX + DigestUtils.sha256Hex(address.toString());
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("memory always takes", e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
