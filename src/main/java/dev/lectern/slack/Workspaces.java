package dev.lectern.slack;

import dev.lectern.group.TeamId;
import java.time.Instant;
import java.util.Optional;

/** The workspaces that Lectern is installed in, and the way into each. Any thread. */
public interface Workspaces {
    /** Who Lectern is in a workspace; empty where it is not installed. */
    Optional<Installation> find(TeamId team);

    /**
     * Like {@link #find(TeamId)}, for a request that tells which organization the workspace belongs to: then an
     * installation of the organization's is good for the workspace, too.
     */
    default Optional<Installation> find(TeamId team, Optional<TeamId> organization) {
        return find(team);
    }

    /** Whether Lectern works in that workspace now; elsewhere its groups rest. */
    default boolean isIn(TeamId team) {
        return true;
    }

    /**
     * Slack says that Lectern was taken out. It may say so twice, in several ways, and late.
     *
     * @param owner the workspace, or the organization for an installation in all of its workspaces
     * @param said when that happened, in whole seconds
     */
    default void lost(TeamId owner, Instant said) {}

    /**
     * The calls to Slack in the name of that workspace's installation.
     *
     * @throws SlackFailure with the code {@code not_installed} where Lectern is not installed
     */
    SlackApi of(TeamId team) throws SlackFailure;

    /** The connections to Slack that all of them share. */
    SlackLine line();

    /** Where somebody installs Lectern with a browser; empty where that is not how it gets in. */
    default Optional<String> installPage() {
        return Optional.empty();
    }

    /** What keeps Lectern from working anywhere now, in one sentence without a stop. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** One workspace alone. */
    static Workspaces single(Installation installation, SlackApi slack) {
        return new SingleWorkspace(installation, slack);
    }

    /** One workspace alone, by its token, for as long as Slack takes that. */
    static Workspaces single(SlackLine line, String botToken) throws SlackFailure {
        return new SingleWorkspace(line, botToken);
    }
}
