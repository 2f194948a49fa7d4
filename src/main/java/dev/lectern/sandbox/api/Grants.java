package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Team;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who the app is let in as: its tokens, and the codes and refresh tokens that it gets them for. Any thread.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Slack: installing with OAuth</a>
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Slack: token rotation</a>
 */
public final class Grants {
    private static final Duration CODE_IS_GOOD = Duration.ofMinutes(10);
    static final Duration TOKEN_IS_GOOD = Duration.ofHours(12);

    private final Optional<OAuthApp> app;
    private final InstantSource clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    /** Whose each is. */
    private final Map<String, String> refreshTokens = new HashMap<>();

    private final Set<String> revoked = new HashSet<>();

    /** @param owner the workspace, or the organization, that lets the app in */
    private record Code(String owner, String redirectUri, Optional<String> challenge, Instant made) {}

    /** @param end until when it is good */
    private record Token(String owner, Instant end) {}

    /** What the app gets; without a refresh token where tokens do not expire. */
    record Pair(String owner, String token, Optional<String> refreshToken) {}

    /** @param botToken good from the start in the first workspace, where the app is not installed by OAuth */
    public Grants(Optional<OAuthApp> app, String botToken, InstantSource clock) {
        this.app = app;
        this.clock = clock;
        if (app.isEmpty()) {
            give(Team.FIRST.id(), botToken);
        }
    }

    /** The app is installed from its settings' page, which shows the token. */
    public synchronized void give(String owner, String token) {
        revoked.remove(token);
        tokens.put(token, new Token(owner, Instant.MAX));
    }

    /** Whether that workspace or organization lets the app in. */
    public synchronized boolean isIn(String owner) {
        return tokens.values().stream().anyMatch(token -> token.owner().equals(owner));
    }

    public Optional<OAuthApp> app() {
        return app;
    }

    /** Somebody allows the app; the code goes back by the browser. */
    public synchronized String allow(String owner, String redirectUri, Optional<String> challenge) {
        String code = "code-" + UUID.randomUUID();
        codes.put(code, new Code(owner, redirectUri, challenge, clock.instant()));
        return code;
    }

    /** @throws Refused as Slack does where the app, the code or what belongs to it is wrong */
    synchronized Pair exchange(Arguments arguments) {
        OAuthApp known = authenticated(arguments);
        if (arguments.text("grant_type").filter("refresh_token"::equals).isPresent()) {
            return refresh(known, arguments.required("refresh_token"));
        }
        Code code = Optional.ofNullable(codes.remove(arguments.text("code").orElse("")))
                .filter(some -> some.made().plus(CODE_IS_GOOD).isAfter(clock.instant()))
                .orElseThrow(() -> new Refused("invalid_code"));
        if (!arguments.text("redirect_uri").equals(Optional.of(code.redirectUri()))) {
            throw new Refused("bad_redirect_uri");
        }
        if (!code.challenge().equals(arguments.text("code_verifier").map(Grants::challenge))) {
            throw new Refused("invalid_code_verifier");
        }
        return pair(known, code.owner());
    }

    private OAuthApp authenticated(Arguments arguments) {
        OAuthApp known = app.filter(some -> arguments.text("client_id").equals(Optional.of(some.clientId())))
                .orElseThrow(() -> new Refused("invalid_client_id"));
        if (!arguments.text("client_secret").equals(Optional.of(known.clientSecret()))) {
            throw new Refused("bad_client_secret");
        }
        return known;
    }

    private Pair refresh(OAuthApp known, String refreshToken) {
        String owner = known.rotating() ? refreshTokens.remove(refreshToken) : null;
        if (owner == null) {
            throw new Refused("invalid_refresh_token");
        }
        return pair(known, owner);
    }

    private Pair pair(OAuthApp known, String owner) {
        String token = (known.rotating() ? "xoxe.xoxb-1-" : "xoxb-") + UUID.randomUUID();
        tokens.put(token, new Token(owner, known.rotating() ? clock.instant().plus(TOKEN_IS_GOOD) : Instant.MAX));
        if (!known.rotating()) {
            return new Pair(owner, token, Optional.empty());
        }
        String refreshToken = "xoxe-1-" + UUID.randomUUID();
        refreshTokens.put(refreshToken, owner);
        return new Pair(owner, token, Optional.of(refreshToken));
    }

    /**
     * The workspace or organization that let the app in with that token.
     *
     * @throws Refused where the token is none, or none any more
     */
    synchronized String owner(String token) {
        Token known = tokens.get(token);
        if (known == null) {
            throw new Refused(revoked.contains(token) ? "token_revoked" : "invalid_auth");
        }
        if (!known.end().isAfter(clock.instant())) {
            throw new Refused("token_expired");
        }
        return known.owner();
    }

    /** One token is good no more. */
    synchronized boolean revoke(String token) {
        revoked.add(token);
        return tokens.remove(token) != null;
    }

    /** The app is taken out of the workspace, or of the organization. */
    public synchronized void uninstall(String owner) {
        tokens.forEach((token, known) -> {
            if (known.owner().equals(owner)) {
                revoked.add(token);
            }
        });
        tokens.values().removeIf(token -> token.owner().equals(owner));
        refreshTokens.values().removeIf(owner::equals);
        codes.values().removeIf(code -> code.owner().equals(owner));
    }

    /** RFC 7636, section 4.2. */
    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
