package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspaces;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code oauth.v2.access}, {@code auth.revoke} and {@code apps.uninstall}. */
final class OAuthMethods {
    static final String ACCESS = "oauth.v2.access";
    static final String REVOKE = "auth.revoke";
    static final String UNINSTALL = "apps.uninstall";

    private final Grants grants;
    private final Scopes scopes;
    private final Workspaces workspaces;
    private final Consumer<String> uninstalled;

    /** @param uninstalled tells the app, of the workspace or organization that took it out */
    OAuthMethods(Grants grants, Scopes scopes, Workspaces workspaces, Consumer<String> uninstalled) {
        this.workspaces = workspaces;
        this.grants = grants;
        this.scopes = scopes;
        this.uninstalled = uninstalled;
    }

    /** Asked without a token. */
    ObjectNode access(Arguments arguments) {
        Grants.Pair pair = grants.exchange(arguments);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.put("app_id", Team.APP).put("token_type", "bot").put("access_token", pair.token());
        answer.put("scope", scopes.toString());
        answer.putObject("authed_user").put("id", Team.PEOPLE.get(0).id());
        describe(pair.owner(), answer);
        pair.refreshToken()
                .ifPresent(token ->
                        answer.put("refresh_token", token).put("expires_in", Grants.TOKEN_IS_GOOD.toSeconds()));
        return answer;
    }

    /** An organization stands where otherwise its workspace would. */
    private void describe(String owner, ObjectNode answer) {
        Team team = workspaces.of(owner).get(0).team();
        Optional<Team.Organization> everywhere = workspaces.organization(owner);
        answer.put("bot_user_id", team.bot()).put("is_enterprise_install", everywhere.isPresent());
        everywhere
                .or(team::organization)
                .ifPresentOrElse(
                        some -> answer.putObject("enterprise")
                                .put("id", some.id())
                                .put("name", some.name()),
                        () -> answer.putNull("enterprise"));
        if (everywhere.isPresent()) {
            answer.putNull("team");
        } else {
            answer.putObject("team").put("id", team.id()).put("name", team.name());
        }
    }

    ObjectNode revoke(String token) {
        boolean revoked = grants.revoke(token);
        return JsonNodeFactory.instance.objectNode().put("ok", true).put("revoked", revoked);
    }

    ObjectNode uninstall(String owner) {
        grants.uninstall(owner);
        uninstalled.accept(owner);
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}
