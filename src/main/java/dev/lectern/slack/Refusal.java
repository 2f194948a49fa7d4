package dev.lectern.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it means that Slack refused a message for good, in words for whoever can do something about it. Plain text.
 *
 * @param meaning goes on after "Slack says that"
 * @param wayOut what to do, as a sentence without its stop and in small letters at its beginning
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage#errors">Slack: the errors of
 *     chat.postMessage</a>
 */
public record Refusal(String meaning, String wayOut) {
    private static final Pattern REFUSED = Pattern.compile("\\b([a-z]+\\.[A-Za-z.]+): ([a-z0-9_]+)$");

    private static final String INVITE = "invite it with /invite @lectern, then try again";
    private static final String REINSTALL = "install the app in the workspace again, then try again";

    /** Empty where the reason is none of Slack's. */
    public static Optional<Refusal> read(String reason) {
        Matcher refused = REFUSED.matcher(reason);
        return refused.find() ? Optional.of(of(refused.group(1), refused.group(2))) : Optional.empty();
    }

    private static Refusal of(String method, String code) {
        return switch (code) {
            case "not_in_channel" -> new Refusal("the app is not in the channel", INVITE);
            case "channel_not_found" ->
                new Refusal(
                        "there is no such channel, or the app is not in it", "if the channel is private, " + INVITE);
            case "is_archived" ->
                new Refusal("the channel is archived", "take it out of the archive and try again, or give up");
            case "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed" ->
                new Refusal("the app was taken out of the workspace, or its token is no longer good", REINSTALL);
            case "missing_scope", "no_permission" ->
                new Refusal("the app may not do that", "grant it the scope that the manifest names: " + REINSTALL);
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel" ->
                new Refusal(
                        "the workspace does not let the app post there",
                        "ask an admin to allow it in the channel's posting permissions, then try again");
            case "user_not_found", "users_not_found", "user_disabled", "user_not_visible" ->
                new Refusal("there is no such member any more", "give up");
            case "cannot_dm_bot" -> new Refusal("an app takes no direct messages", "give up");
            case "messages_tab_disabled" ->
                new Refusal(
                        "the app may not write direct messages",
                        "switch the messages tab on in the app's settings, then try again");
            case "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "no_text" ->
                new Refusal(
                        "it does not take the message as it is (" + code + ")",
                        "give up, and tell whoever runs Lectern: this is a mistake in it");
            case "team_access_not_granted", "ekm_access_denied", "access_denied" ->
                new Refusal(
                        "the workspace lets the app do nothing just now (" + code + ")",
                        "ask an admin, then try again");
            default ->
                new Refusal(
                        "it does not take it (" + code + ")",
                        "Slack's page on " + method + " explains the word; mend it and try again, or give up");
        };
    }
}
