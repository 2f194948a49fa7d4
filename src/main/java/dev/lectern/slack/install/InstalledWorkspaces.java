package dev.lectern.slack.install;

import dev.lectern.group.TeamId;
import dev.lectern.slack.Installation;
import dev.lectern.slack.SlackApi;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackLine;
import dev.lectern.slack.SlackOAuth;
import dev.lectern.slack.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that installed Lectern by OAuth. A workspace's own installation goes before its organization's. What is
 * read is remembered for seconds, and read anew when Slack does not take a token. Any thread, any process.
 */
public final class InstalledWorkspaces implements Workspaces {
    private static final Logger log = LoggerFactory.getLogger(InstalledWorkspaces.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final InstallationStore store;
    private final SlackLine line;
    private final Clock clock;
    private final Renewals renewals;
    private final Map<TeamId, Seen> seen = new ConcurrentHashMap<>();
    private final Map<TeamId, SlackApi> apis = new ConcurrentHashMap<>();
    private final Optional<String> installPage;
    private volatile Consumer<TeamId> onReturn = team -> {};

    /** Which installation is good for a workspace, as it was read once. */
    private record Seen(Optional<InstallationStore.Version> version, long nanoTime) {
        boolean isFresh() {
            return System.nanoTime() - nanoTime < REMEMBERED.toNanos();
        }
    }

    public InstalledWorkspaces(InstallationStore store, SlackOAuth oauth, SlackLine line, Clock clock) {
        this(store, oauth, line, clock, Optional.empty());
    }

    /** @param installPage where somebody installs Lectern with a browser */
    public InstalledWorkspaces(
            InstallationStore store, SlackOAuth oauth, SlackLine line, Clock clock, Optional<String> installPage) {
        this.installPage = installPage;
        this.store = store;
        this.line = line;
        this.clock = clock;
        this.renewals = new Renewals(store, oauth, clock);
    }

    /** What to do for a workspace that Lectern came into, or came back to. */
    public void onReturn(Consumer<TeamId> then) {
        onReturn = then;
    }

    @Override
    public Optional<Installation> find(TeamId team) {
        return there(team).map(installed -> installation(team, installed));
    }

    @Override
    public Optional<Installation> find(TeamId team, Optional<TeamId> organization) {
        Optional<Installation> known = find(team);
        if (known.isPresent() || organization.isEmpty() || organization.get().equals(team)) {
            return known;
        }
        if (store.find(organization.get()).filter(Installed::isThere).isEmpty()) {
            return Optional.empty();
        }
        store.link(team, organization.get());
        seen.remove(team);
        onReturn.accept(team);
        return find(team);
    }

    @Override
    public boolean isIn(TeamId team) {
        return version(team).filter(version -> version.installed().isThere()).isPresent();
    }

    @Override
    public SlackLine line() {
        return line;
    }

    @Override
    public Optional<String> installPage() {
        return installPage;
    }

    @Override
    public SlackApi of(TeamId team) throws SlackFailure {
        Installed installed = there(team).orElseThrow(SlackFailure::notInstalled);
        SlackApi api = apis.computeIfAbsent(installed.owner(), owner -> api(installed));
        api.use(bot(installed));
        return api;
    }

    private SlackApi api(Installed installed) {
        TeamId owner = installed.owner();
        return SlackApi.of(line, bot(installed), (token, code) -> other(owner, token, code));
    }

    private Optional<Installed> there(TeamId team) {
        return version(team).filter(version -> version.installed().isThere()).map(version -> renewed(team, version));
    }

    private Installed renewed(TeamId team, InstallationStore.Version version) {
        Installed now = renewals.renewed(version);
        if (now != version.installed()) {
            seen.remove(team);
        }
        return now;
    }

    private Optional<InstallationStore.Version> version(TeamId team) {
        Seen before = seen.get(team);
        if (before != null && before.isFresh()) {
            return before.version();
        }
        Seen now = new Seen(read(team), System.nanoTime());
        seen.put(team, now);
        return now.version();
    }

    private Optional<InstallationStore.Version> read(TeamId team) {
        Optional<InstallationStore.Version> own = store.version(team);
        return own.filter(version -> version.installed().isThere())
                .or(() -> store.organization(team).flatMap(store::version))
                .or(() -> own);
    }

    private static Installation installation(TeamId team, Installed installed) {
        return new Installation(team, bot(installed), installed.botUserId(), installed.botId());
    }

    private static String bot(Installed installed) {
        return installed.tokens().orElseThrow().bot();
    }

    /** Slack does not take that token: another one where there is one by now, or can be had. */
    private Optional<String> other(TeamId owner, String token, String code) {
        seen.clear();
        Optional<Installed> now = store.find(owner).filter(Installed::isThere);
        if (now.isEmpty() || !bot(now.get()).equals(token)) {
            return now.map(InstalledWorkspaces::bot);
        }
        if (code.equals("token_expired")) {
            return renewals.after(owner, token).map(InstalledWorkspaces::bot);
        }
        if (code.equals("token_revoked") || code.equals("account_inactive")) {
            // The event that says so is late, or was lost.
            takeOut(owner, clock.instant());
        }
        return Optional.empty();
    }

    @Override
    public void lost(TeamId owner, Instant said) {
        Optional<Installed> now = store.find(owner).filter(Installed::isThere);
        if (now.isPresent()
                && said.isBefore(Instant.ofEpochSecond(now.get().since().getEpochSecond()))) {
            log.info("that Lectern was taken out of {} is old news: it was installed again since", owner);
            return;
        }
        if (now.isPresent() && !(Installed.isOrganization(owner) && isStillTaken(now.get()))) {
            takeOut(owner, clock.instant());
        }
    }

    /** An organization may have taken Lectern out of one workspace alone; its token tells. */
    private boolean isStillTaken(Installed organization) {
        try {
            return SlackApi.of(line, bot(organization), SlackApi.Renewal.NONE)
                    .scopes()
                    .isPresent();
        } catch (SlackFailure e) {
            return e.isPassing();
        }
    }

    private void takeOut(TeamId owner, Instant at) {
        store.change(owner, installed -> installed.lostAt(at));
        seen.clear();
        log.warn(
                "Lectern was taken out of {}: it rests there, and what it kept is deleted in {} days",
                owner,
                Installed.GRACE.toDays());
    }

    /** Lectern is installed there from now on; what it had there before goes on. */
    public void installed(Installed installed) {
        store.save(installed);
        seen.clear();
        if (Installed.isOrganization(installed.owner())) {
            store.teams(installed.owner()).forEach(onReturn);
        } else {
            onReturn.accept(installed.owner());
        }
        log.info("Lectern is installed in {}", installed.owner());
    }
}
