package dev.lectern.slack.install;

import dev.lectern.group.TeamId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackOAuth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens that expire, long before they do. One process does it at a time, since Slack takes each refresh token once;
 * what it got is written only over the record that it read, so a process that stood still meanwhile writes nothing. The
 * others go on with the old token, which stays good until it expires, or wait where it has expired. Any thread.
 *
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Slack: token rotation; a token is good for
 *     twelve hours, and a refresh token is revoked when it is used</a>
 */
final class Renewals {
    private static final Logger log = LoggerFactory.getLogger(Renewals.class);
    /** As Slack's own libraries do it. */
    private static final Duration AHEAD = Duration.ofHours(2);
    /** Longer than the call to Slack takes; after a failure the next try comes then. */
    private static final Duration TURN = Duration.ofSeconds(15);

    /** Somebody waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int LOOK_MILLIS = 100;

    private final InstallationStore store;
    private final SlackOAuth oauth;
    private final Clock clock;
    /** What Slack gave and Redis did not take yet: nobody else will get it again. */
    private final Map<TeamId, Unsaved> unsaved = new ConcurrentHashMap<>();

    private record Unsaved(InstallationStore.Version before, Installed after) {}

    Renewals(InstallationStore store, SlackOAuth oauth, Clock clock) {
        this.store = store;
        this.oauth = oauth;
        this.clock = clock;
    }

    /** The installation, its token renewed if it is time for that; the old one where it can't be renewed now. */
    Installed renewed(InstallationStore.Version version) {
        Installed installed = saved(version.installed());
        Optional<Instant> expiry = expiry(installed);
        Instant now = clock.instant();
        if (expiry.isEmpty() || expiry.get().minus(AHEAD).isAfter(now)) {
            return installed;
        }
        return attempt(installed.owner(), bot(installed))
                .orElseGet(() -> expiry.get().isAfter(now) ? installed : awaited(installed));
    }

    /** A token in place of one that has expired, of whichever process renews it; empty where none is to be had. */
    Optional<Installed> after(TeamId owner, String expired) {
        long began = System.nanoTime();
        while (true) {
            Optional<Installed> now =
                    attempt(owner, expired).or(() -> store.find(owner)).filter(Installed::isThere);
            if (now.isEmpty() || !bot(now.get()).equals(expired)) {
                return now;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()
                    || expiry(now.get()).isEmpty()) {
                return Optional.empty();
            }
            pause();
        }
    }

    private Installed awaited(Installed expired) {
        return after(expired.owner(), bot(expired)).orElse(expired);
    }

    /** Empty where another process is at it, or it failed. */
    private Optional<Installed> attempt(TeamId owner, String token) {
        if (!store.mayRenew(owner, TURN)) {
            return Optional.empty();
        }
        // Read again, now that nobody else changes it: the process before us may be done already.
        Optional<InstallationStore.Version> version = store.version(owner);
        return version.filter(some -> some.installed().isThere())
                .flatMap(some -> bot(some.installed()).equals(token) ? renew(some) : Optional.of(some.installed()));
    }

    private Optional<Installed> renew(InstallationStore.Version version) {
        Installed before = version.installed();
        Optional<Tokens.Renewal> renewal = before.tokens().flatMap(Tokens::renewal);
        if (renewal.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant asked = clock.instant();
            SlackOAuth.Grant grant = oauth.refresh(renewal.get().token());
            Installed after = before.with(tokens(grant, asked));
            unsaved.put(before.owner(), new Unsaved(version, after));
            return Optional.of(saved(after));
        } catch (SlackFailure e) {
            log.error(
                    "the token for {} could not be renewed, and is good until {}: {}",
                    before.owner(),
                    renewal.get().expiresAt(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    static Tokens tokens(SlackOAuth.Grant grant, Instant asked) {
        return new Tokens(
                grant.botToken(),
                grant.refreshToken().map(expiry -> new Tokens.Renewal(expiry.token(), asked.plus(expiry.in()))));
    }

    /** Writes what is not written yet; answers what is the installation now, be it written or not. */
    private Installed saved(Installed installed) {
        Unsaved waiting = unsaved.get(installed.owner());
        if (waiting == null) {
            return installed;
        }
        try {
            boolean ours = store.replace(waiting.before(), waiting.after());
            unsaved.remove(installed.owner(), waiting);
            store.doneRenewing(installed.owner());
            if (ours) {
                log.info("the token for {} is renewed", installed.owner());
                return waiting.after();
            }
            // Somebody renewed it, installed anew, or took it out meanwhile: then that is what counts.
            return store.find(installed.owner()).orElse(installed);
        } catch (RuntimeException e) {
            if (!RedisTrouble.is(e)) {
                throw e;
            }
            log.error("the renewed token for {} is not kept yet: {}", installed.owner(), e.getMessage());
            return waiting.after();
        }
    }

    private static Optional<Instant> expiry(Installed installed) {
        return installed.tokens().flatMap(Tokens::renewal).map(Tokens.Renewal::expiresAt);
    }

    private static String bot(Installed installed) {
        return installed.tokens().map(Tokens::bot).orElse("");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }
}
