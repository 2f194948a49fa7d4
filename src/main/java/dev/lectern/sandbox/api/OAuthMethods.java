package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Team;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code oauth.v2.access}, {@code auth.revoke} and {@code apps.uninstall}. */
final class OAuthMethods {
    static final String ACCESS = "oauth.v2.access";
    static final String REVOKE = "auth.revoke";
    static final String UNINSTALL = "apps.uninstall";

    private final Grants grants;
    private final Scopes scopes;
    private final Runnable uninstalled;

    /** @param uninstalled tells the app */
    OAuthMethods(Grants grants, Scopes scopes, Runnable uninstalled) {
        this.grants = grants;
        this.scopes = scopes;
        this.uninstalled = uninstalled;
    }

    /** Asked without a token. */
    ObjectNode access(Arguments arguments) {
        Grants.Pair pair = grants.exchange(arguments);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.put("app_id", Team.APP).put("token_type", "bot").put("access_token", pair.token());
        answer.put("scope", scopes.toString()).put("bot_user_id", Team.BOT);
        answer.putObject("authed_user").put("id", Team.PEOPLE.get(0).id());
        answer.putObject("team").put("id", Team.ID).put("name", Team.NAME);
        answer.putNull("enterprise").put("is_enterprise_install", false);
        pair.refreshToken()
                .ifPresent(token ->
                        answer.put("refresh_token", token).put("expires_in", Grants.TOKEN_IS_GOOD.toSeconds()));
        return answer;
    }

    ObjectNode revoke(String token) {
        boolean revoked = grants.revoke(token);
        return JsonNodeFactory.instance.objectNode().put("ok", true).put("revoked", revoked);
    }

    ObjectNode uninstall() {
        grants.uninstall();
        uninstalled.run();
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}
