package dev.lectern.slack.socket;

import java.util.Set;

/** Why no socket is open, in a sentence with the way out. */
public final class SocketTrouble {
    private static final Set<String> WRONG_TOKEN = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type");

    static final String SWITCHED_OFF =
            "Socket Mode is switched off: switch it on under Socket Mode on the app's page at"
                    + " api.slack.com/apps, or set SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN";

    private SocketTrouble() {}

    /** @param code as Slack refuses {@code apps.connections.open}, or as {@code SlackFailure} names it */
    public static String sentence(String code) {
        if (WRONG_TOKEN.contains(code)) {
            return "Slack does not take SLACK_APP_TOKEN (" + code
                    + "): make an app-level token (xapp-…) under Basic Information on the app's page at api.slack.com/apps";
        }
        return switch (code) {
            case "missing_scope" ->
                "SLACK_APP_TOKEN lacks the scope connections:write: make an app-level token that has it, under Basic"
                        + " Information on the app's page at api.slack.com/apps";
            case "forbidden_team" ->
                "Slack opens no sockets for this app in this workspace (forbidden_team): its administrators allow apps";
            case "ratelimited" -> "Slack was asked for too many sockets (ratelimited): it is asked again in a while";
            default -> "Slack gives no address for a socket (" + code + "): it is asked again in a while";
        };
    }

    /** Whether asking again helps only once somebody changed a setting. */
    static boolean isForSomebodyToMend(String code) {
        return WRONG_TOKEN.contains(code) || code.equals("missing_scope") || code.equals("forbidden_team");
    }
}
