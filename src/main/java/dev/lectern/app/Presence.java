package dev.lectern.app;

import dev.lectern.calendar.FeedLinkStore;
import dev.lectern.group.GroupStore;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackLine;
import dev.lectern.slack.SlackOAuth;
import dev.lectern.slack.Workspaces;
import dev.lectern.slack.install.InstallStateStore;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.InstalledWorkspaces;
import dev.lectern.slack.install.Installer;
import dev.lectern.web.WebServer;
import dev.lectern.work.Due;
import dev.lectern.work.TeamData;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** Lectern's ways into workspaces while it runs, as {@link Access} says. */
sealed interface Presence extends AutoCloseable {
    Logger log = LoggerFactory.getLogger(Presence.class);

    /** @throws Failure when Slack does not take the one token that there is */
    static Presence of(Lectern.Ground ground, Lectern.SlackAccess access) {
        if (access.installations() instanceof Access.Installations.ByOAuth byOAuth) {
            return new Many(ground, access.apiUrl(), byOAuth.oauth());
        }
        return One.of(access.apiUrl(), ((Access.Installations.Single) access.installations()).botToken());
    }

    Workspaces workspaces();

    Optional<WebServer.Installing> pages();

    /** Once there are groups to look after. */
    void begin(GroupStore groups, Due due, FeedLinkStore feedLinks);

    @Override
    void close();

    /** In one workspace, by its token. */
    record One(SlackLine line, Workspaces workspaces) implements Presence {
        static One of(String apiUrl, String botToken) {
            SlackLine line = new SlackLine(apiUrl);
            try {
                return new One(line, Workspaces.single(line, botToken));
            } catch (SlackFailure e) {
                closed(line);
                String wayOut = e.code().equals("unreachable")
                        ? "check the network and LECTERN_SLACK_API_URL"
                        : "check SLACK_BOT_TOKEN";
                throw new Failure("Slack at " + apiUrl + " does not let us in (" + e.getMessage() + "): " + wayOut, e);
            }
        }

        @Override
        public Optional<WebServer.Installing> pages() {
            return Optional.empty();
        }

        @Override
        public void begin(GroupStore groups, Due due, FeedLinkStore feedLinks) {}

        @Override
        public void close() {
            closed(line);
        }
    }

    /** In every workspace that installs it. */
    final class Many implements Presence {
        private final Lectern.Ground ground;
        private final SlackLine line;
        private final InstallationStore installations;
        private final InstalledWorkspaces workspaces;
        private final WebServer.Installing pages;
        private Optional<DepartedWorkspaces> departed = Optional.empty();

        Many(Lectern.Ground ground, String apiUrl, Access.OAuth access) {
            this.ground = ground;
            UnifiedJedis redis = ground.redis();
            this.line = new SlackLine(apiUrl);
            SlackOAuth oauth = new SlackOAuth(line, access.clientId(), access.clientSecret());
            this.installations = new InstallationStore(redis, access.keys());
            this.workspaces = new InstalledWorkspaces(
                    installations, oauth, line, ground.clock(), Optional.of(access.installPage()));
            Installer installer = new Installer(
                    oauth,
                    new InstallStateStore(redis),
                    workspaces,
                    ground.clock(),
                    access.redirectUri(),
                    access.pkce());
            this.pages = new WebServer.Installing(installer, URI.create(access.publicUrl()));
        }

        @Override
        public Workspaces workspaces() {
            return workspaces;
        }

        @Override
        public Optional<WebServer.Installing> pages() {
            return Optional.of(pages);
        }

        @Override
        public void begin(GroupStore groups, Due due, FeedLinkStore feedLinks) {
            long changed = installations.sealAnew();
            if (changed > 0) {
                log.info("the tokens of {} installations are encrypted under the new key now", changed);
            }
            workspaces.onReturn(team -> groups.of(team).forEach(group -> due.lookNow(group.id())));
            TeamData data = new TeamData(ground.redis(), due, key -> {
                feedLinks.forget(key);
                ground.papers().papers().forget(key);
            });
            DepartedWorkspaces sweep = new DepartedWorkspaces(installations, data, ground.clock());
            sweep.start();
            departed = Optional.of(sweep);
        }

        /** Deletes what is due to be deleted. */
        void sweep() {
            departed.ifPresent(DepartedWorkspaces::sweep);
        }

        @Override
        public void close() {
            departed.ifPresent(DepartedWorkspaces::close);
            closed(line);
        }
    }

    private static void closed(AutoCloseable slack) {
        try {
            slack.close();
        } catch (Exception e) {
            log.warn("closing the connections to Slack failed", e);
        }
    }
}
