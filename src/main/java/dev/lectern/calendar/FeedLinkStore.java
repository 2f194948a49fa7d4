package dev.lectern.calendar;

import dev.lectern.redis.Script;
import dev.lectern.work.RequestId;
import dev.lectern.work.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/**
 * The links of feeds, in Redis. The owner's record says which link is the one: so what a digest points to counts only
 * as long as the record agrees, and a link that was replaced is dead at once. Any thread, any process.
 */
public final class FeedLinkStore {
    private static final Script REPLACE = Script.load("replace");
    private static final int TRIES = 20;

    private final UnifiedJedis redis;
    private final FeedTokens tokens;
    private final Supplier<String> secrets;

    /**
     * @param key under which tokens are made; not to be kept in this Redis. Another key leaves the links that are out as they
     *     are, but they can't be shown again
     * @param secrets a new one each time, which nobody can guess
     */
    public FeedLinkStore(UnifiedJedis redis, String key, Supplier<String> secrets) {
        this.redis = redis;
        this.tokens = new FeedTokens(key);
        this.secrets = secrets;
    }

    /** Whose feed a token opens; empty for one that was never made, or was replaced. */
    Optional<FeedOwner> owner(String token) {
        String digest = FeedTokens.digest(token);
        return Optional.ofNullable(redis.get(pointer(digest)))
                .map(FeedOwner::parse)
                .filter(owner ->
                        link(owner).filter(link -> link.digest().equals(digest)).isPresent());
    }

    /** The token of the owner's link, made where there is none yet. */
    Shown shown(FeedOwner owner, RequestId request, Instant now) {
        return replacedWhere(owner, request, now, link -> false);
    }

    /** The token of a new link; the one that was there is dead. The same request again gets the same one. */
    Shown renewed(FeedOwner owner, RequestId request, Instant now) {
        return replacedWhere(owner, request, now, link -> !link.request().equals(request.value()));
    }

    /**
     * A link as it can be shown.
     *
     * @param token empty where it was made under another key: it works, but nobody can tell it again
     * @param since when it was made
     */
    record Shown(Optional<String> token, Instant since) {}

    /** Before an owner's record is deleted: the link that points to it goes, too. Other keys are left alone. */
    public void forget(String key) {
        if (key.startsWith("lectern:calendar:") && key.endsWith(":link")) {
            Optional.ofNullable(redis.get(key))
                    .map(json -> Stored.read(json, FeedLink.class))
                    .ifPresent(link -> redis.del(pointer(link.digest())));
        }
    }

    private Shown replacedWhere(FeedOwner owner, RequestId request, Instant now, Predicate<FeedLink> outdated) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> before = Optional.ofNullable(redis.get(record(owner)));
            Optional<FeedLink> known = before.map(json -> Stored.read(json, FeedLink.class));
            if (known.isPresent() && !outdated.test(known.get())) {
                return shown(owner, known.get());
            }
            FeedLink made = made(owner, request, now);
            // Under another hash tag than the owner's record, so not in its script; first, so that no link is shown in
            // vain.
            redis.set(pointer(made.digest()), owner.text());
            if (replace(owner, before.orElse(""), Stored.write(made))) {
                known.ifPresent(old -> redis.del(pointer(old.digest())));
                return shown(owner, made);
            }
            redis.del(pointer(made.digest()));
        }
        throw new IllegalStateException("the link of " + owner.text() + " kept changing; nothing was written");
    }

    private FeedLink made(FeedOwner owner, RequestId request, Instant now) {
        String seed = secrets.get();
        return new FeedLink(seed, FeedTokens.digest(tokens.token(owner, seed)), request.value(), now);
    }

    private Shown shown(FeedOwner owner, FeedLink link) {
        return new Shown(
                Optional.of(tokens.token(owner, link.seed()))
                        .filter(token -> FeedTokens.digest(token).equals(link.digest())),
                link.since());
    }

    private boolean replace(FeedOwner owner, String before, String after) {
        return REPLACE.run(redis, List.of(record(owner)), List.of(before, after))
                .equals(1L);
    }

    private Optional<FeedLink> link(FeedOwner owner) {
        return Optional.ofNullable(redis.get(record(owner))).map(json -> Stored.read(json, FeedLink.class));
    }

    private static String record(FeedOwner owner) {
        return "lectern:calendar:{" + owner.text() + "}:link";
    }

    private static String pointer(String digest) {
        return "lectern:calendar:{" + digest + "}:owner";
    }
}
