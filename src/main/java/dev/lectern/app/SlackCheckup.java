package dev.lectern.app;

import dev.lectern.group.TeamId;
import dev.lectern.slack.SlackApi;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackLine;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.Installed;
import dev.lectern.slack.install.ScopeUse;
import dev.lectern.slack.install.Tokens;
import dev.lectern.slack.socket.SocketTrouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the doctor found of Slack: the settings, and what each workspace granted.
 *
 * @param asked whether anything of Slack's is configured; the demo's Lectern has nothing to ask
 */
record SlackCheckup(boolean asked, List<Access.Finding> settings, List<Workspace> workspaces) {

    /**
     * @param name the workspace's id, or what stands for it where Slack could not be asked
     * @param trouble why Lectern cannot work there now; a sentence
     * @param missing the scopes that were not granted
     */
    record Workspace(String name, Optional<String> trouble, List<ScopeUse> missing) {
        boolean isWell() {
            return trouble.isEmpty() && missing.stream().noneMatch(ScopeUse::isNeeded);
        }
    }

    static SlackCheckup none() {
        return new SlackCheckup(false, List.of(), List.of());
    }

    /** Asks Slack, of each workspace once. */
    static SlackCheckup examine(Configuration configuration, UnifiedJedis redis) {
        Access.Given given = configuration.given();
        if (given.botToken().isEmpty()
                && given.signingSecret().isEmpty()
                && given.appToken().isEmpty()
                && given.clientId().isEmpty()
                && given.clientSecret().isEmpty()) {
            return none();
        }
        Access access = Access.of(given);
        List<Workspace> workspaces = access.installations()
                .map(installations -> workspaces(installations, configuration.slackApiUrl(), redis))
                .orElse(List.of());
        List<Access.Finding> findings = new ArrayList<>(access.findings());
        given.appToken()
                .flatMap(token -> sockets(configuration.slackApiUrl(), token))
                .ifPresent(findings::add);
        return new SlackCheckup(true, findings, workspaces);
    }

    /** Why Slack would open no socket; asks for an address, and opens none. */
    static Optional<Access.Finding> sockets(String apiUrl, String appToken) {
        try (SlackApi slack = new SlackApi(apiUrl, appToken)) {
            slack.socketAddress();
            return Optional.empty();
        } catch (SlackFailure e) {
            return Optional.of(new Access.Finding("SLACK_APP_TOKEN", SocketTrouble.sentence(e.code()), true));
        } catch (Exception e) {
            throw new Failure("Slack could not be asked: " + e.getMessage(), e);
        }
    }

    static List<Workspace> workspaces(Access.Installations installations, String apiUrl, UnifiedJedis redis) {
        try (SlackLine line = new SlackLine(apiUrl)) {
            if (installations instanceof Access.Installations.ByOAuth byOAuth) {
                InstallationStore store =
                        new InstallationStore(redis, byOAuth.oauth().keys());
                return store.owners().stream()
                        .map(owner -> workspace(line, store, owner))
                        .toList();
            }
            String token = ((Access.Installations.Single) installations).botToken();
            return List.of(asked(
                    line,
                    "the workspace of SLACK_BOT_TOKEN",
                    token,
                    "install it there again, put its new token into SLACK_BOT_TOKEN, and start it again"));
        } catch (Exception e) {
            throw new Failure("Slack could not be asked: " + e.getMessage(), e);
        }
    }

    private static Workspace workspace(SlackLine line, InstallationStore store, TeamId owner) {
        try {
            Installed installed = store.find(owner).orElseThrow();
            Optional<Instant> lost = installed.lost();
            if (lost.isPresent()) {
                return new Workspace(
                        owner.value(),
                        Optional.of("Lectern was taken out at " + lost.get() + ": what it kept is deleted after "
                                + lost.get().plus(Installed.GRACE) + ", and all goes on if it is installed again"),
                        List.of());
            }
            return asked(
                    line, owner.value(), installed.tokens().map(Tokens::bot).orElseThrow(), "install it there again");
        } catch (InstallationStore.Unopened closed) {
            return new Workspace(owner.value(), Optional.of(String.valueOf(closed.getMessage())), List.of());
        }
    }

    private static Workspace asked(SlackLine line, String name, String token, String wayBack) {
        try {
            Optional<Set<String>> granted =
                    SlackApi.of(line, token, SlackApi.Renewal.NONE).scopes();
            return new Workspace(
                    name,
                    granted.isPresent() ? Optional.empty() : Optional.of("Slack does not say which scopes it granted"),
                    granted.map(ScopeUse::missing).orElse(List.of()));
        } catch (SlackFailure e) {
            return new Workspace(name, Optional.of(trouble(e, wayBack)), List.of());
        }
    }

    private static String trouble(SlackFailure e, String wayBack) {
        return switch (e.code()) {
            case "token_expired" ->
                "its token has expired: a running Lectern renews it when next needed; where the log says that it can't,"
                        + " install Lectern there again";
            case "unreachable" -> "Slack cannot be reached: check the network and LECTERN_SLACK_API_URL";
            default -> "Slack does not let Lectern in (" + e.code() + "): " + wayBack;
        };
    }

    boolean allIsWell() {
        return settings.stream().noneMatch(Access.Finding::refuses)
                && workspaces.stream().allMatch(Workspace::isWell);
    }

    List<String> lines() {
        if (!asked) {
            return List.of("Slack:    nothing is configured");
        }
        List<String> lines = new ArrayList<>();
        long unwell = workspaces.stream().filter(one -> !one.isWell()).count();
        lines.add("Slack:    " + workspaces.size() + (workspaces.size() == 1 ? " workspace" : " workspaces")
                + (allIsWell() ? "" : ", " + (settings.size() + unwell) + " to see to"));
        settings.forEach(finding ->
                lines.add("  " + (finding.refuses() ? "must be mended: " : "warning: ") + finding.sentence()));
        for (Workspace workspace : workspaces) {
            workspace.trouble().ifPresent(trouble -> lines.add("  " + workspace.name() + ": " + trouble));
            workspace
                    .missing()
                    .forEach(scope -> lines.add("  " + workspace.name() + ": "
                            + (scope.isNeeded() ? "needs the scope " : "may do without the scope ") + scope.scope()
                            + ", for "
                            + scope.use() + "; without it: " + scope.without()));
        }
        return lines;
    }

    void write(ObjectNode slack) {
        slack.put("configured", asked);
        ArrayNode findings = slack.putArray("settings");
        settings.forEach(finding -> findings.addObject()
                .put("setting", finding.setting())
                .put("severity", finding.refuses() ? "refuses" : "warns")
                .put("sentence", finding.sentence()));
        ArrayNode all = slack.putArray("workspaces");
        for (Workspace workspace : workspaces) {
            ObjectNode one = all.addObject().put("name", workspace.name());
            one.put("trouble", workspace.trouble().orElse(null));
            ArrayNode missing = one.putArray("missingScopes");
            workspace
                    .missing()
                    .forEach(scope -> missing.addObject()
                            .put("scope", scope.scope())
                            .put("needed", scope.isNeeded())
                            .put("use", scope.use())
                            .put("without", scope.without()));
        }
    }
}
