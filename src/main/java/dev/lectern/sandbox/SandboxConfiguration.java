package dev.lectern.sandbox;

import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.WorkspaceStore;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to start a sandbox.
 *
 * @param port where to listen on 127.0.0.1; 0 takes a free one
 * @param app where the app takes Slack's requests; may be named later with {@link Sandbox#connect}
 * @param appToken with which the app opens sockets, to get Slack's requests over them and none over HTTP
 * @param scopes what the workspace granted the app
 * @param extras who stands in for the members whom nobody plays
 * @param base the clock that the sandbox's own runs ahead of
 * @param teams the workspaces beside the first one
 * @param oauth how the app is installed; empty where it is there from the start, with the bot token
 */
public record SandboxConfiguration(
        int port,
        String botToken,
        String signingSecret,
        Optional<URI> app,
        Optional<String> appToken,
        Set<String> scopes,
        WorkspaceStore store,
        ClockFollower follower,
        Optional<Extras> extras,
        InstantSource base,
        Optional<OAuthApp> oauth,
        List<Team> teams) {

    /** What the app asks for, and what its further features add. */
    public static final Set<String> DEFAULT_SCOPES = Set.of(
            "commands",
            "chat:write",
            "users:read",
            "im:write",
            "im:read",
            "im:history",
            "channels:read",
            "channels:history",
            "groups:read",
            "links:read",
            "links:write",
            "files:write",
            "app_mentions:read");

    public SandboxConfiguration {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (botToken.isBlank() || signingSecret.isBlank()) {
            throw new IllegalArgumentException("The sandbox needs a bot token and a signing secret.");
        }
        scopes = Set.copyOf(scopes);
        teams = List.copyOf(teams);
    }

    /** On a free port, in memory, with the default scopes, the system's clock and nobody following it. */
    public static SandboxConfiguration of(String botToken, String signingSecret) {
        return new SandboxConfiguration(
                0,
                botToken,
                signingSecret,
                Optional.empty(),
                Optional.empty(),
                DEFAULT_SCOPES,
                WorkspaceStore.inMemory(),
                ClockFollower.none(),
                Optional.empty(),
                Clock.systemUTC(),
                Optional.empty(),
                List.of());
    }

    /** A copy to be changed, once. */
    private final class Edit {
        private int port = SandboxConfiguration.this.port;
        private Optional<URI> app = SandboxConfiguration.this.app;
        private Optional<String> appToken = SandboxConfiguration.this.appToken;
        private Set<String> scopes = SandboxConfiguration.this.scopes;
        private WorkspaceStore store = SandboxConfiguration.this.store;
        private ClockFollower follower = SandboxConfiguration.this.follower;
        private Optional<Extras> extras = SandboxConfiguration.this.extras;
        private InstantSource base = SandboxConfiguration.this.base;
        private Optional<OAuthApp> oauth = SandboxConfiguration.this.oauth;
        private List<Team> teams = SandboxConfiguration.this.teams;

        SandboxConfiguration done() {
            return new SandboxConfiguration(
                    port, botToken, signingSecret, app, appToken, scopes, store, follower, extras, base, oauth, teams);
        }
    }

    private SandboxConfiguration edited(Consumer<Edit> change) {
        Edit copy = new Edit();
        change.accept(copy);
        return copy.done();
    }

    public SandboxConfiguration onPort(int other) {
        return edited(copy -> copy.port = other);
    }

    public SandboxConfiguration withApp(URI other) {
        return edited(copy -> copy.app = Optional.of(other));
    }

    /** The app gets Slack's requests over sockets. */
    public SandboxConfiguration overSockets(String token) {
        return edited(copy -> copy.appToken = Optional.of(token));
    }

    public SandboxConfiguration withScopes(Set<String> others) {
        return edited(copy -> copy.scopes = others);
    }

    public SandboxConfiguration keptIn(WorkspaceStore other) {
        return edited(copy -> copy.store = other);
    }

    public SandboxConfiguration followedBy(ClockFollower other) {
        return edited(copy -> copy.follower = other);
    }

    public SandboxConfiguration peopledBy(Extras others) {
        return edited(copy -> copy.extras = Optional.of(others));
    }

    public SandboxConfiguration aheadOf(InstantSource other) {
        return edited(copy -> copy.base = other);
    }

    /** The app is not there from the start: somebody installs it. */
    public SandboxConfiguration installedBy(OAuthApp other) {
        return edited(copy -> copy.oauth = Optional.of(other));
    }

    /** Workspaces beside the first one; theirs are the same calls as the page's, below {@code /teams/} and their id. */
    public SandboxConfiguration beside(Team... more) {
        return edited(copy -> copy.teams = List.of(more));
    }

    @Override
    public String toString() {
        return "SandboxConfiguration[port=" + port + ", scopes=" + scopes + "]";
    }
}
