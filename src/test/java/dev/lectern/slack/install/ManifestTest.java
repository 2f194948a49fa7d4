package dev.lectern.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The manifest, held against what Slack documents of it. */
class ManifestTest {
    private static final Set<String> EVENTS = Set.of(
            AppHomeOpenedEvent.TYPE_NAME,
            AppMentionEvent.TYPE_NAME,
            MessageEvent.TYPE_NAME + ".im",
            MemberJoinedChannelEvent.TYPE_NAME,
            MemberLeftChannelEvent.TYPE_NAME,
            UserChangeEvent.TYPE_NAME,
            LinkSharedEvent.TYPE_NAME,
            AppUninstalledEvent.TYPE_NAME,
            TokensRevokedEvent.TYPE_NAME);

    private static final Path FILE = Path.of("deploy/slack-manifest.yaml");

    private final JsonNode http = Json.MAPPER.readTree(
            Manifest.overHttp("https://lectern.example.org/lectern").json());
    private final JsonNode socket =
            Json.MAPPER.readTree(Manifest.overSocket(Optional.empty()).json());

    @Test
    void the_file_in_deploy_is_what_the_command_prints() throws IOException {
        assertThat(Files.readString(FILE))
                .as("write it anew: LECTERN_PUBLIC_URL=https://lectern.example.com lectern manifest --yaml")
                .isEqualTo(Manifest.overHttp("https://lectern.example.com").yaml());
    }

    @Test
    void every_text_keeps_to_slacks_limits() {
        for (JsonNode manifest : List.of(http, socket)) {
            JsonNode shown = manifest.path("display_information");
            assertLength(shown.path("name"), 1, 35);
            assertLength(shown.path("description"), 1, 140);
            assertLength(shown.path("long_description"), 175, 4_000);
            assertThat(shown.path("background_color").asString()).matches("#[0-9a-f]{6}");
            JsonNode features = manifest.path("features");
            assertLength(features.path("bot_user").path("display_name"), 1, 80);
            assertThat(features.path("shortcuts").size()).isBetween(1, 10);
            features.path("shortcuts").forEach(shortcut -> {
                assertLength(shortcut.path("name"), 1, 24);
                assertLength(shortcut.path("callback_id"), 1, 255);
                assertLength(shortcut.path("description"), 1, 150);
                assertThat(shortcut.path("type").asString()).isIn("message", "global");
            });
            features.path("slash_commands").forEach(command -> {
                assertThat(command.path("command").asString()).matches("/.{1,31}");
                assertLength(command.path("description"), 1, 2_000);
                assertLength(command.path("usage_hint"), 1, 1_000);
            });
            assertThat(features.path("unfurl_domains").size()).isBetween(1, 5);
            features.path("unfurl_domains")
                    .forEach(domain -> assertThat(domain.asString()).matches("(?![.\\-])[-a-z0-9.]+[a-z0-9]"));
        }
    }

    private static void assertLength(JsonNode text, int least, int most) {
        assertThat(text.asString().length()).as("%s", text).isBetween(least, most);
    }

    @Test
    void nothing_stands_in_it_that_slack_does_not_know() {
        assertThat(names(http))
                .containsExactlyInAnyOrder("_metadata", "display_information", "features", "oauth_config", "settings");
        assertThat(names(http.path("features")))
                .isSubsetOf("app_home", "bot_user", "shortcuts", "slash_commands", "unfurl_domains");
        assertThat(names(http.path("oauth_config"))).isSubsetOf("redirect_urls", "scopes");
        assertThat(names(http.path("settings")))
                .isSubsetOf(
                        "event_subscriptions",
                        "interactivity",
                        "org_deploy_enabled",
                        "socket_mode_enabled",
                        "token_rotation_enabled");
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void over_http_every_address_begins_with_the_public_one() {
        String url = "https://lectern.example.org/lectern/slack/events";
        assertThat(http.at("/features/slash_commands/0/url").asString()).isEqualTo(url);
        assertThat(http.at("/settings/event_subscriptions/request_url").asString())
                .isEqualTo(url);
        assertThat(http.at("/settings/interactivity/request_url").asString()).isEqualTo(url);
        assertThat(http.at("/oauth_config/redirect_urls/0").asString())
                .isEqualTo("https://lectern.example.org/lectern/slack/oauth_redirect");
        assertThat(http.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
    }

    @Test
    void over_a_socket_there_is_no_address_but_the_one_for_browsers() {
        assertThat(socket.toString()).doesNotContain("http");
        assertThat(socket.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        String reachable =
                Manifest.overSocket(Optional.of("https://lectern.example.org")).json();
        assertThat(reachable).contains("/slack/oauth_redirect").doesNotContain("/slack/events");
    }

    @Test
    void every_event_is_one_that_slack_sends_and_its_scope_is_asked_for() {
        Set<String> events = http.at("/settings/event_subscriptions/bot_events")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        assertThat(events).isEqualTo(EVENTS);
        Set<String> scopes = http.at("/oauth_config/scopes/bot")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        for (Manifest.EventUse event : Manifest.EventUse.values()) {
            event.scope.ifPresent(scope -> assertThat(scopes).contains(scope.scope()));
        }
        assertThat(scopes).isEqualTo(ScopeUse.asked());
    }

    @Test
    void whoever_installs_it_may_decline_what_lectern_does_without() {
        List<String> declinable = http.at("/oauth_config/scopes/bot_optional")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(declinable)
                .contains("links:read", "im:history")
                .doesNotContain("commands", "chat:write", "users:read", "im:write");
        assertThat(ScopeUse.asked()).containsAll(declinable);
    }

    @Test
    void every_scope_is_explained() {
        String yaml = Manifest.overHttp("https://lectern.example.org").yaml();
        for (ScopeUse scope : ScopeUse.values()) {
            assertThat(yaml)
                    .containsPattern("# (For|Optional, for) .*\\. Without it: .*\\.\n +- \"" + scope.scope() + "\"");
        }
        assertThat(ScopeUse.missing(Set.of("commands", "chat:write", "users:read")))
                .first()
                .isEqualTo(ScopeUse.IM_WRITE);
        assertThat(ScopeUse.missing(ScopeUse.asked())).isEmpty();
    }
}
