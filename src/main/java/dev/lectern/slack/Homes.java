package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Home;
import dev.lectern.work.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people their Home: when they open it, and anew when something of theirs, or of
 * their groups, changed while it may be before their eyes, at Slack's pace and only where it looks another way by then.
 * Several changes within a moment show at once. What is lost with the process shows when the Home is opened next. Any
 * thread.
 */
public final class Homes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Homes.class);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Workspaces workspaces;
    private final Answering answering;
    private final OpenHomesStore open;
    private final PaceStore paces;
    private final Function<GroupId, Predicate<UserId>> people;
    private final Set<GroupId> changedGroups = ConcurrentHashMap.newKeySet();
    private final Set<Routes.HomeVisit> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "homes");
        thread.setDaemon(true);
        return thread;
    });

    /** @param people who of a workspace sees anything of a group in their Home */
    public Homes(
            Workspaces workspaces,
            Routes routes,
            Scenes scenes,
            OpenHomesStore open,
            PaceStore paces,
            Function<GroupId, Predicate<UserId>> people) {
        this.workspaces = workspaces;
        this.answering = new Answering(routes, scenes);
        this.open = open;
        this.paces = paces;
        this.people = people;
    }

    /** Somebody opened their Home. */
    void opened(TeamId team, UserId user) {
        soon(() -> open.opened(team, user), Duration.ZERO);
        Routes.HomeVisit visit = new Routes.HomeVisit(team, user);
        publish(visit, answering.home(visit));
    }

    /** Something of a member changed, or may have. */
    void changed(TeamId team, UserId user) {
        changed(new Routes.HomeVisit(team, user), MOMENT);
    }

    private void changed(Routes.HomeVisit visit, Duration wait) {
        if (changed.add(visit)) {
            soon(
                    () -> {
                        changed.remove(visit);
                        publishAnew(visit);
                    },
                    wait);
        }
    }

    /** Something of a group changed, or may have: of those who see it, whoever's Home is open. Returns at once. */
    public void changed(GroupId group) {
        if (changedGroups.add(group)) {
            soon(
                    () -> {
                        changedGroups.remove(group);
                        tell(group);
                    },
                    MOMENT);
        }
    }

    private void tell(GroupId group) {
        List<UserId> perhaps = open.open(group.team());
        if (!perhaps.isEmpty()) {
            perhaps.stream()
                    .filter(people.apply(group))
                    .forEach(user -> changed(new Routes.HomeVisit(group.team(), user), Duration.ZERO));
        }
    }

    private void soon(Runnable work, Duration wait) {
        Runnable harmless = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // A Home says itself what is wrong when it is opened next.
                log.info("open Homes stay as they were: {}", e.getMessage());
            }
        };
        try {
            later.schedule(harmless, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            log.debug("open Homes stay as they were: Lectern stops");
        }
    }

    private void publishAnew(Routes.HomeVisit visit) {
        if (!open.isOpen(visit.team(), visit.user())) {
            return;
        }
        Home home = answering.home(visit);
        if (open.shows(visit.team(), visit.user(), look(home))) {
            return;
        }
        paces.take(visit.team(), Pace.showingHome(visit.user()))
                .ifPresentOrElse(wait -> changed(visit, wait), () -> publish(visit, home));
    }

    private void publish(Routes.HomeVisit visit, Home home) {
        try {
            workspaces.of(visit.team()).views().publishHome(visit.user(), home);
            soon(() -> open.showing(visit.team(), visit.user(), look(home)), Duration.ZERO);
        } catch (SlackFailure e) {
            log.warn("the Home of {} could not be published: {}", visit.user(), e.getMessage());
            e.retryAfter().ifPresent(wait -> {
                soon(
                        () -> paces.close(
                                visit.team(), Pace.showingHome(visit.user()).method(), wait),
                        Duration.ZERO);
                changed(visit, wait);
            });
        }
    }

    private static String look(Home home) {
        return UUID.nameUUIDFromBytes(BlockJson.write(home).getBytes(StandardCharsets.UTF_8))
                .toString();
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
