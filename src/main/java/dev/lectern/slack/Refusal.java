package dev.lectern.slack;

import dev.lectern.text.Texts;
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

    private static final Texts TEXTS = Texts.of(Refusal.class);

    /** Empty where the reason is none of Slack's. */
    public static Optional<Refusal> read(String reason) {
        Matcher refused = REFUSED.matcher(reason);
        return refused.find() ? Optional.of(of(refused.group(1), refused.group(2))) : Optional.empty();
    }

    private static Refusal of(String method, String code) {
        return switch (code) {
            case "not_in_channel" -> say("not-in-channel");
            case "channel_not_found" -> say("no-channel");
            case "is_archived" -> say("archived");
            case "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed" -> say("removed");
            case "missing_scope", "no_permission" -> say("scope");
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel" -> say("restricted");
            case "user_not_found", "users_not_found", "user_disabled", "user_not_visible" -> say("no-member");
            case "cannot_dm_bot" -> say("bot");
            case "messages_tab_disabled" -> say("messages-tab");
            case "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "no_text" ->
                new Refusal(TEXTS.say("refused.message", "code", code), TEXTS.say("way-out.message"));
            case "team_access_not_granted", "ekm_access_denied", "access_denied" ->
                new Refusal(TEXTS.say("refused.access", "code", code), TEXTS.say("way-out.access"));
            default ->
                new Refusal(TEXTS.say("refused.other", "code", code), TEXTS.say("way-out.other", "method", method));
        };
    }

    private static Refusal say(String what) {
        return new Refusal(TEXTS.say("refusal." + what), TEXTS.say("mending." + what));
    }
}
