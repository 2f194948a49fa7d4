package dev.lectern.app;

import dev.lectern.group.TeamId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.Installed;
import dev.lectern.work.TeamData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what there is of workspaces that Lectern was taken out of, once the grace is over. Any number of processes may do
 * so at once: what one deleted is not there for the other, and the installation itself goes last.
 */
final class DepartedWorkspaces implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DepartedWorkspaces.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final String INSTALLATION = "}:installation";

    private final InstallationStore installations;
    private final TeamData data;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "lectern-departed");
        made.setDaemon(true);
        return made;
    });

    DepartedWorkspaces(InstallationStore installations, TeamData data, Clock clock) {
        this.installations = installations;
        this.data = data;
        this.clock = clock;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::sweep, 1, BETWEEN.toMinutes(), TimeUnit.MINUTES);
    }

    /** Looks at every installation once. */
    void sweep() {
        try {
            installations.owners().forEach(this::look);
        } catch (RuntimeException e) {
            note("the installations", e);
        }
    }

    private void look(TeamId owner) {
        try {
            if (isOver(owner)) {
                erase(owner);
            }
        } catch (RuntimeException e) {
            note("what is kept of " + owner, e);
        }
    }

    private static void note(String what, RuntimeException e) {
        if (RedisTrouble.is(e)) {
            log.warn("{} cannot be looked at: Redis cannot be worked with: {}", what, e.getMessage());
        } else {
            log.error("{} cannot be looked at", what, e);
        }
    }

    /** Asked again and again meanwhile: a workspace may come back in the last moment. */
    private boolean isOver(TeamId owner) {
        return installations
                .find(owner)
                .filter(installed -> installed.isOver(clock.instant()))
                .isPresent();
    }

    private void erase(TeamId owner) {
        long keys = Installed.isOrganization(owner)
                ? eraseTeams(owner)
                : data.erase(owner, INSTALLATION, () -> isOver(owner));
        if (isOver(owner)) {
            installations.forget(owner);
            log.warn(
                    "{} days after Lectern was taken out of {}, what it kept is deleted: {} keys",
                    Installed.GRACE.toDays(),
                    owner,
                    keys);
        }
    }

    private long eraseTeams(TeamId organization) {
        List<TeamId> teams = installations.teams(organization).stream()
                .filter(team -> installations.find(team).isEmpty())
                .toList();
        long keys = teams.stream()
                .mapToLong(team -> data.erase(team, INSTALLATION, () -> isOver(organization)))
                .sum();
        return keys + data.erase(organization, INSTALLATION, () -> isOver(organization));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
