package dev.lectern.slack.install;

import dev.lectern.group.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lectern in a workspace, or in a whole organization of Enterprise Grid.
 *
 * @param owner the workspace, or for an installation that is good in all of an organization's, the organization
 * @param enterprise the organization that the workspace belongs to
 * @param scopes what was granted
 * @param tokens empty once it was taken out: then they are forgotten at once
 * @param since when it was installed
 * @param lost when it was taken out
 */
public record Installed(
        TeamId owner,
        Optional<TeamId> enterprise,
        String botUserId,
        String botId,
        Set<String> scopes,
        Optional<Tokens> tokens,
        Instant since,
        Optional<Instant> lost) {
    /** How long what a workspace had is kept after Lectern was taken out, in case it comes back. */
    public static final Duration GRACE = Duration.ofDays(30);

    public Installed {
        scopes = new TreeSet<>(scopes);
        if (lost.isPresent() && tokens.isPresent()) {
            throw new IllegalArgumentException("what was taken out of " + owner + " has no tokens");
        }
    }

    /** Whether it is in every workspace of an organization. */
    public static boolean isOrganization(TeamId owner) {
        return owner.value().startsWith("E");
    }

    public boolean isThere() {
        return tokens.isPresent();
    }

    /** Taken out; an installation that is out already stays out since then. */
    Installed lostAt(Instant at) {
        return lost.isPresent()
                ? this
                : new Installed(owner, enterprise, botUserId, botId, scopes, Optional.empty(), since, Optional.of(at));
    }

    Installed with(Tokens others) {
        return new Installed(owner, enterprise, botUserId, botId, scopes, Optional.of(others), since, Optional.empty());
    }

    /** Whether everything of it is to be deleted by then. */
    public boolean isOver(Instant now) {
        return lost.filter(at -> !at.plus(GRACE).isAfter(now)).isPresent();
    }
}
