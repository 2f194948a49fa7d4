package dev.lectern.slack.install;

import dev.lectern.redis.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app as Slack makes it "from a manifest": as JSON, and as YAML that explains each scope and event. Pure.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">Slack: the app manifest</a>
 */
public final class Manifest {
    private static final String EVENTS = "/slack/events";
    private static final int MAJOR_VERSION = 2;

    /** Lists scopes that are listed as asked for, too. */
    private static final String DECLINABLE = "bot_optional";

    /** Slack takes five. */
    private static final List<String> LINKED =
            List.of("arxiv.org", "huggingface.co", "alphaxiv.org", "openreview.net", "doi.org");

    private final Optional<String> publicUrl;
    private final boolean socket;

    private Manifest(Optional<String> publicUrl, boolean socket) {
        this.publicUrl = publicUrl;
        this.socket = socket;
    }

    /** @param publicUrl where Slack reaches Lectern, without a slash at the end */
    public static Manifest overHttp(String publicUrl) {
        return new Manifest(Optional.of(publicUrl), false);
    }

    /** @param publicUrl where browsers reach Lectern, which is needed to install it by OAuth only */
    public static Manifest overSocket(Optional<String> publicUrl) {
        return new Manifest(publicUrl, true);
    }

    /** What Lectern is told of, and with which scope; empty for what needs none. */
    enum EventUse {
        APP_HOME_OPENED("app_home_opened", Optional.empty(), "somebody opened Lectern's Home"),
        APP_MENTION("app_mention", Optional.of(ScopeUse.APP_MENTIONS), "somebody wrote @lectern"),
        MESSAGE_IM("message.im", Optional.of(ScopeUse.IM_HISTORY), "somebody wrote to Lectern directly"),
        MEMBER_JOINED(
                "member_joined_channel",
                Optional.of(ScopeUse.CHANNELS_READ),
                "Lectern was invited: whoever did it is told what to do next"),
        MEMBER_LEFT(
                "member_left_channel",
                Optional.of(ScopeUse.CHANNELS_READ),
                "somebody left the channel: their dates are given to others"),
        USER_CHANGE("user_change", Optional.of(ScopeUse.USERS_READ), "somebody's account was deactivated: the same"),
        LINK_SHARED("link_shared", Optional.of(ScopeUse.LINKS_READ), "somebody posted a link to a paper"),
        APP_UNINSTALLED("app_uninstalled", Optional.empty(), "Lectern was taken out: it falls silent"),
        TOKENS_REVOKED("tokens_revoked", Optional.empty(), "the same, said in another way");

        final String type;
        final Optional<ScopeUse> scope;
        final String use;

        EventUse(String type, Optional<ScopeUse> scope, String use) {
            this.type = type;
            this.scope = scope;
            this.use = use;
        }
    }

    /** For "Create New App", "From a manifest". */
    public String json() {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree());
    }

    /** The same, with a comment above each scope and event. */
    public String yaml() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Lectern's app at api.slack.com: \"Create New App\", \"From a manifest\", paste this with your host in the");
        lines.add(
                "# addresses. Or let `lectern manifest` print it with LECTERN_PUBLIC_URL filled in; --socket for Socket Mode.");
        write(tree(), "", lines);
        return String.join("\n", lines) + "\n";
    }

    ObjectNode tree() {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.putObject("_metadata").put("major_version", MAJOR_VERSION);
        root.putObject("display_information")
                .put("name", "Lectern")
                .put("description", "Runs this channel's reading group: papers, votes, presenters.")
                .put("background_color", "#16332b")
                .put(
                        "long_description",
                        "Lectern runs a reading group inside a channel: it proposes new papers that fit what the group"
                                + " reads, lets everybody nominate and vote, asks whose turn it is to present, reminds,"
                                + " collects questions and notes, and remembers what was read. Write /papers setup in a"
                                + " channel to begin.");
        features(root.putObject("features"));
        ObjectNode oauth = root.putObject("oauth_config");
        publicUrl.ifPresent(url -> oauth.putArray("redirect_urls").add(url + "/slack/oauth_redirect"));
        ObjectNode scopes = oauth.putObject("scopes");
        ArrayNode asked = scopes.putArray("bot");
        ScopeUse.asked().forEach(asked::add);
        ArrayNode declinable = scopes.putArray(DECLINABLE);
        ScopeUse.declinable().forEach(declinable::add);
        settings(root.putObject("settings"));
        return root;
    }

    private void features(ObjectNode features) {
        features.putObject("app_home")
                .put("home_tab_enabled", true)
                .put("messages_tab_enabled", true)
                .put("messages_tab_read_only_enabled", false);
        features.putObject("bot_user").put("display_name", "Lectern").put("always_online", true);
        ArrayNode shortcuts = features.putArray("shortcuts");
        shortcuts
                .addObject()
                .put("name", "Nominate a paper")
                .put("type", "global")
                .put("callback_id", "nominate_paper")
                .put("description", "Puts a paper forward for a reading group's next vote");
        shortcuts
                .addObject()
                .put("name", "Nominate these papers")
                .put("type", "message")
                .put("callback_id", "nominate_link")
                .put("description", "Nominates the papers in this message for the next vote");
        ObjectNode command = features.putArray("slash_commands").addObject().put("command", "/papers");
        request().ifPresent(url -> command.put("url", url));
        command.put("description", "Papers, votes, presenters")
                .put("usage_hint", "help")
                .put("should_escape", false);
        ArrayNode domains = features.putArray("unfurl_domains");
        LINKED.forEach(domains::add);
    }

    private void settings(ObjectNode settings) {
        ObjectNode subscriptions = settings.putObject("event_subscriptions");
        request().ifPresent(url -> subscriptions.put("request_url", url));
        ArrayNode events = subscriptions.putArray("bot_events");
        for (EventUse event : EventUse.values()) {
            events.add(event.type);
        }
        ObjectNode interactivity = settings.putObject("interactivity").put("is_enabled", true);
        request().ifPresent(url -> interactivity.put("request_url", url));
        settings.put("org_deploy_enabled", true)
                .put("socket_mode_enabled", socket)
                .put("token_rotation_enabled", false);
    }

    private Optional<String> request() {
        return publicUrl.filter(url -> !socket).map(url -> url + EVENTS);
    }

    private static void write(JsonNode node, String indent, List<String> lines) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            explanation(field.getKey()).ifPresent(why -> lines.add(indent + "# " + why));
            if (value.isObject()) {
                lines.add(indent + field.getKey() + ":");
                write(value, indent + "  ", lines);
            } else if (value.isArray()) {
                lines.add(indent + field.getKey() + ":");
                boolean explained = field.getKey().equals(DECLINABLE);
                value.forEach(item -> writeItem(item, indent + "  ", explained, lines));
            } else {
                lines.add(indent + field.getKey() + ": " + value);
            }
        }
    }

    private static void writeItem(JsonNode item, String indent, boolean explained, List<String> lines) {
        if (item.isObject()) {
            List<String> inner = new ArrayList<>();
            write(item, indent + "  ", inner);
            inner.set(0, indent + "- " + inner.get(0).strip());
            lines.addAll(inner);
            return;
        }
        if (!explained) {
            explanation(item.asString()).ifPresent(why -> lines.add(indent + "# " + why));
        }
        lines.add(indent + "- " + item);
    }

    private static Optional<String> explanation(String name) {
        for (EventUse event : EventUse.values()) {
            if (event.type.equals(name)) {
                return Optional.of(sentence(event.use)
                        + event.scope
                                .map(scope -> " Needs " + scope.scope() + "; take it off where that is not granted.")
                                .orElse(""));
            }
        }
        return switch (name) {
            case "redirect_urls" -> Optional.of("For workspaces that install Lectern themselves, at /slack/install.");
            case DECLINABLE ->
                Optional.of("Whoever installs Lectern may leave these out; what each is for stands above.");
            case "unfurl_domains" -> Optional.of("Of links to these, and to no others, Lectern is told.");
            case "org_deploy_enabled" ->
                Optional.of("An organization of Enterprise Grid may install it for all of its workspaces.");
            case "token_rotation_enabled" ->
                Optional.of(
                        "Lectern renews tokens where you switch this on, which Slack lets nobody switch off again.");
            default -> ScopeUse.of(name).map(Manifest::explanation);
        };
    }

    private static String explanation(ScopeUse scope) {
        return (scope.isNeeded() ? "For " : "Optional, for ") + scope.use() + ". Without it: " + scope.without() + ".";
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
