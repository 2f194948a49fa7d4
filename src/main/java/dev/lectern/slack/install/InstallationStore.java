package dev.lectern.slack.install;

import dev.lectern.group.TeamId;
import dev.lectern.redis.Again;
import dev.lectern.redis.Script;
import dev.lectern.work.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * Installations in Redis, their tokens sealed. A record changes only for whoever read it as it stands, so of two processes
 * that change one, the second sees what the first made of it. Any thread, any process.
 */
public final class InstallationStore {
    private static final Logger log = LoggerFactory.getLogger(InstallationStore.class);
    private static final Script REPLACE = Script.load("replace");
    private static final String ALL = "lectern:installations";
    private static final int TRIES = 20;

    private final UnifiedJedis redis;
    private final SecretKeys keys;

    public InstallationStore(UnifiedJedis redis, SecretKeys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    /** An installation, and the text that it was read from. */
    record Version(String text, Installed installed) {}

    /** As it stands in Redis. */
    private record Kept(
            TeamId owner,
            Optional<TeamId> enterprise,
            String botUserId,
            String botId,
            Set<String> scopes,
            Optional<String> botToken,
            Optional<String> refreshToken,
            Optional<Instant> expiresAt,
            Instant since,
            Optional<Instant> lost) {}

    /**
     * @param owner a workspace or an organization
     * @throws Unopened when its tokens were sealed under a key that is not there any more
     */
    public Optional<Installed> find(TeamId owner) {
        return version(owner).map(Version::installed);
    }

    Optional<Version> version(TeamId owner) {
        return Optional.ofNullable(redis.get(record(owner)))
                .map(text -> new Version(text, opened(Stored.read(text, Kept.class))));
    }

    /** All that there ever were and are not deleted, also those that were taken out. */
    public List<TeamId> owners() {
        return redis.smembers(ALL).stream().sorted().map(TeamId::new).toList();
    }

    /** Puts it in place of whatever was there. */
    public void save(Installed installed) {
        // Under another tag than the record; written first, it is at worst a name too many.
        redis.sadd(ALL, installed.owner().value());
        Again.whileTheLineBreaks(() -> redis.set(record(installed.owner()), text(installed)));
        installed
                .enterprise()
                .filter(organization -> !organization.equals(installed.owner()))
                .ifPresent(organization -> link(installed.owner(), organization));
    }

    /** Puts it in place of what was read; answers whether that still stood there. */
    boolean replace(Version before, Installed after) {
        String text = text(after);
        return Again.whileTheLineBreaks(() -> {
            boolean written = REPLACE.run(redis, List.of(record(after.owner())), List.of(before.text(), text))
                    .equals(1L);
            // The line may have broken under a try that was written.
            return written || text.equals(redis.get(record(after.owner())));
        });
    }

    /** Changes the installation, if there is one; answers what it is then. */
    Optional<Installed> change(TeamId owner, UnaryOperator<Installed> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Version> before = version(owner);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Installed after = change.apply(before.get().installed());
            if (after.equals(before.get().installed()) || replace(before.get(), after)) {
                return Optional.of(after);
            }
        }
        throw new IllegalStateException("the installation in " + owner + " kept changing; nothing was written");
    }

    /** Notes that a workspace belongs to an organization, whose installation is good there, too. */
    public void link(TeamId team, TeamId organization) {
        redis.set(organizationOf(team), organization.value());
        redis.sadd(teamsOf(organization), team.value());
    }

    /** The organization that a workspace is known to belong to. */
    public Optional<TeamId> organization(TeamId team) {
        return Optional.ofNullable(redis.get(organizationOf(team))).map(TeamId::new);
    }

    /** The workspaces of an organization that were ever heard of. */
    public List<TeamId> teams(TeamId organization) {
        return redis.smembers(teamsOf(organization)).stream()
                .sorted()
                .map(TeamId::new)
                .toList();
    }

    /** One process at a time renews a token: answers whether it is this one's turn, for that long. */
    boolean mayRenew(TeamId owner, Duration length) {
        return "OK"
                .equals(redis.set(
                        renewing(owner), "", SetParams.setParams().nx().px(length.toMillis())));
    }

    /** It is renewed, and may be again. */
    void doneRenewing(TeamId owner) {
        redis.del(renewing(owner));
    }

    /** Forgets that it ever was; what else there is of the owner is another's to delete. */
    public void forget(TeamId owner) {
        redis.del(record(owner));
        redis.srem(ALL, owner.value());
    }

    private String text(Installed installed) {
        TeamId owner = installed.owner();
        Optional<Tokens.Renewal> renewal = installed.tokens().flatMap(Tokens::renewal);
        return Stored.write(new Kept(
                owner,
                installed.enterprise(),
                installed.botUserId(),
                installed.botId(),
                installed.scopes(),
                installed.tokens().map(tokens -> keys.seal(tokens.bot(), about(owner, "bot"))),
                renewal.map(some -> keys.seal(some.token(), about(owner, "renewal"))),
                renewal.map(Tokens.Renewal::expiresAt),
                installed.since(),
                installed.lost()));
    }

    private Installed opened(Kept kept) {
        Optional<Tokens.Renewal> renewal = kept.refreshToken()
                .map(text -> new Tokens.Renewal(
                        open(kept.owner(), text, "renewal"), kept.expiresAt().orElseThrow()));
        return new Installed(
                kept.owner(),
                kept.enterprise(),
                kept.botUserId(),
                kept.botId(),
                kept.scopes(),
                kept.botToken().map(text -> new Tokens(open(kept.owner(), text, "bot"), renewal)),
                kept.since(),
                kept.lost());
    }

    private String open(TeamId owner, String text, String what) {
        return keys.open(text, about(owner, what)).orElseThrow(() -> new Unopened(owner));
    }

    /** Seals every token under the first key, those that can be opened; answers how many installations that changed. */
    public long sealAnew() {
        return owners().stream().filter(this::sealAnew).count();
    }

    private boolean sealAnew(TeamId owner) {
        try {
            return Optional.ofNullable(redis.get(record(owner)))
                    .filter(this::isUnderOlderKey)
                    .map(text -> new Version(text, opened(Stored.read(text, Kept.class))))
                    .map(version -> replace(version, version.installed()))
                    .orElse(false);
        } catch (Unopened lost) {
            log.error("{}", lost.getMessage());
            return false;
        }
    }

    private boolean isUnderOlderKey(String text) {
        return Stored.read(text, Kept.class)
                .botToken()
                .filter(keys::isUnderOlderKey)
                .isPresent();
    }

    private static String about(TeamId owner, String what) {
        return owner + "/" + what;
    }

    private static String record(TeamId owner) {
        return "lectern:{" + owner + "}:installation";
    }

    private static String renewing(TeamId owner) {
        return "lectern:{" + owner + "}:installation:renewing";
    }

    private static String organizationOf(TeamId team) {
        return "lectern:{" + team + "}:organization";
    }

    private static String teamsOf(TeamId organization) {
        return "lectern:{" + organization + "}:teams";
    }

    /** The tokens of an installation were sealed under none of the present keys. */
    public static final class Unopened extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unopened(TeamId owner) {
            super("the token for " + owner
                    + " was encrypted under a key that LECTERN_SECRET_KEY does not hold any more:"
                    + " add that key behind the present one, or install Lectern there again");
        }
    }
}
