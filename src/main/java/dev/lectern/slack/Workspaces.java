package dev.lectern.slack;

import dev.lectern.group.TeamId;
import java.util.Optional;

/** The workspaces that Lectern is installed in, and the way into each. Any thread. */
public interface Workspaces {
    /** Who Lectern is in a workspace; empty where it is not installed. */
    Optional<Installation> find(TeamId team);

    /**
     * The calls to Slack in the name of that workspace's installation.
     *
     * @throws SlackFailure with the code {@code not_installed} where Lectern is not installed
     */
    SlackApi of(TeamId team) throws SlackFailure;

    /** One workspace alone, by its token. */
    static Workspaces single(Installation installation, SlackApi slack) {
        return new Workspaces() {
            @Override
            public Optional<Installation> find(TeamId team) {
                return Optional.of(installation).filter(known -> known.team().equals(team));
            }

            @Override
            public SlackApi of(TeamId team) throws SlackFailure {
                if (find(team).isEmpty()) {
                    throw SlackFailure.refused("auth.test", "not_installed");
                }
                return slack;
            }
        };
    }
}
