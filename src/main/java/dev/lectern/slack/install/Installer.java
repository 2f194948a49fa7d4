package dev.lectern.slack.install;

import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackOAuth;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody installs Lectern with a browser: sent to Slack with a state that is good once, for ten minutes, and in that
 * browser only, and received back with a code. Any thread, any process.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6749#section-10.12">RFC 6749, section 10.12: why the state</a>
 */
public final class Installer {
    private static final Logger log = LoggerFactory.getLogger(Installer.class);
    private static final String DENIED = "access_denied";
    private static final Set<String> CODE_GONE = Set.of("invalid_code", "code_expired", "code_already_used");

    private final SlackOAuth oauth;
    private final InstallStateStore states;
    private final InstalledWorkspaces workspaces;
    private final Clock clock;
    private final String redirectUri;
    private final boolean pkce;

    /**
     * @param redirectUri where Slack sends the browser back to, as the app's settings name it
     * @param pkce whether the app has PKCE switched on: Slack takes a challenge of no other app
     */
    public Installer(
            SlackOAuth oauth,
            InstallStateStore states,
            InstalledWorkspaces workspaces,
            Clock clock,
            String redirectUri,
            boolean pkce) {
        this.oauth = oauth;
        this.states = states;
        this.workspaces = workspaces;
        this.clock = clock;
        this.redirectUri = redirectUri;
        this.pkce = pkce;
    }

    /**
     * @param url where the browser goes
     * @param browser what the browser keeps, and gives back
     */
    public record Departure(String url, String browser) {
        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /** How it ended. */
    public enum Outcome {
        INSTALLED,
        /** The person did not allow it. */
        DENIED,
        /** Nobody began it in this browser within ten minutes, or it was used already. */
        STATE_GONE,
        /** Slack's code was used already, or is too old. */
        CODE_GONE,
        /** Slack does not take the app's id, secret, or address. */
        MISCONFIGURED,
        /** Slack, or Redis, can't be reached just now. */
        NOT_NOW
    }

    /** @param name what the workspace is called; empty unless it is installed */
    public record Arrival(Outcome outcome, String name) {
        static Arrival failed(Outcome outcome) {
            return new Arrival(outcome, "");
        }
    }

    /** @param browser what this browser keeps from before; anything else than that counts as nothing */
    public Departure begin(Optional<String> browser) {
        String kept = browser.filter(Unguessable::isOne).orElseGet(Unguessable::next);
        String state = Unguessable.next();
        Optional<String> verifier = pkce ? Optional.of(Unguessable.next()) : Optional.empty();
        states.keep(state, new InstallStateStore.Begun(Unguessable.digest(kept), verifier));
        return new Departure(
                oauth.authorizeUrl(ScopeUse.asked(), redirectUri, state, verifier.map(Unguessable::digest)), kept);
    }

    /** What the browser came back with; {@code error} is Slack's where there is no code. */
    public Arrival end(
            Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> browser) {
        try {
            Optional<InstallStateStore.Begun> begun = state.filter(Unguessable::isOne)
                    .flatMap(states::take)
                    .filter(some -> browser.map(Unguessable::digest)
                            .filter(digest -> Unguessable.same(digest, some.browser()))
                            .isPresent());
            if (begun.isEmpty()) {
                return Arrival.failed(Outcome.STATE_GONE);
            }
            if (error.isPresent() || code.isEmpty()) {
                return Arrival.failed(
                        error.filter(DENIED::equals).isPresent() ? Outcome.DENIED : Outcome.MISCONFIGURED);
            }
            return exchange(code.get(), begun.get());
        } catch (RuntimeException e) {
            if (RedisTrouble.is(e)) {
                log.warn("an installation failed: Redis cannot be worked with: {}", e.getMessage());
                return Arrival.failed(Outcome.NOT_NOW);
            }
            throw e;
        }
    }

    private Arrival exchange(String code, InstallStateStore.Begun begun) {
        try {
            Instant asked = clock.instant();
            SlackOAuth.Grant grant = oauth.exchange(code, redirectUri, begun.verifier());
            workspaces.installed(installed(grant, asked));
            return new Arrival(Outcome.INSTALLED, grant.name());
        } catch (SlackFailure e) {
            log.warn("an installation failed: {}", e.getMessage());
            if (CODE_GONE.contains(e.code())) {
                return Arrival.failed(Outcome.CODE_GONE);
            }
            return Arrival.failed(e.isPassing() ? Outcome.NOT_NOW : Outcome.MISCONFIGURED);
        }
    }

    private Installed installed(SlackOAuth.Grant grant, Instant asked) throws SlackFailure {
        return new Installed(
                grant.owner(),
                grant.enterprise(),
                grant.botUserId(),
                oauth.botId(grant.botToken()),
                grant.scopes(),
                Optional.of(Renewals.tokens(grant, asked)),
                asked,
                Optional.empty());
    }
}
