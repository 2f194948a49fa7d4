package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people their Home: when they open it, and anew when something of theirs changed while it may be before their eyes.
 * Several changes within a moment show at once. What is lost with the process shows when the Home is opened next. Any
 * thread.
 */
public final class Homes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Homes.class);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Workspaces workspaces;
    private final Answering answering;
    private final OpenHomesStore open;
    private final Set<Routes.HomeVisit> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "homes");
        thread.setDaemon(true);
        return thread;
    });

    public Homes(Workspaces workspaces, Routes routes, Scenes scenes, OpenHomesStore open) {
        this.workspaces = workspaces;
        this.answering = new Answering(routes, scenes);
        this.open = open;
    }

    /** Somebody opened their Home. */
    void opened(TeamId team, UserId user) {
        try {
            later.execute(() -> noteOpened(team, user));
        } catch (RejectedExecutionException closed) {
            log.debug("the Home of {} is shown while Lectern stops", user);
        }
        publish(new Routes.HomeVisit(team, user));
    }

    private void noteOpened(TeamId team, UserId user) {
        try {
            open.opened(team, user);
        } catch (RuntimeException e) {
            // The Home itself says what is wrong.
            log.debug("the Home of {} will not be kept up to date: {}", user, e.getMessage());
        }
    }

    /** Something of a member changed, or may have. */
    void changed(TeamId team, UserId user) {
        Routes.HomeVisit visit = new Routes.HomeVisit(team, user);
        if (changed.add(visit)) {
            try {
                later.schedule(() -> publishAnew(visit), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                changed.remove(visit);
            }
        }
    }

    private void publishAnew(Routes.HomeVisit visit) {
        changed.remove(visit);
        try {
            if (open.isOpen(visit.team(), visit.user())) {
                publish(visit);
            }
        } catch (RuntimeException e) {
            log.info("the Home of {} stays as it was: {}", visit.user(), e.getMessage());
        }
    }

    private void publish(Routes.HomeVisit visit) {
        try {
            workspaces.of(visit.team()).views().publishHome(visit.user(), answering.home(visit));
        } catch (SlackFailure e) {
            log.warn("the Home of {} could not be published: {}", visit.user(), e.getMessage());
        }
    }

    /** The same delivery; whoever gets a direct message by it sees it in the Home, too. */
    public Delivery following(Delivery delivery) {
        return attempt -> {
            Delivery.Outcome outcome = delivery.deliver(attempt);
            String to = attempt.message().to();
            if (outcome instanceof Delivery.Outcome.Sent && Recipients.isMember(to)) {
                changed(attempt.group().team(), new UserId(to));
            }
            return outcome;
        };
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
