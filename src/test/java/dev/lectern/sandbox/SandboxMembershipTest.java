package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.workspace.WorkspaceStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People leave channels and come back, and accounts are deactivated; the app hears of it. */
class SandboxMembershipTest {
    private static final String TOKEN = "xoxb-sandbox-test";

    private Sandbox sandbox = Sandbox.start(SandboxConfiguration.of(TOKEN, "shh"));
    private SandboxClient client = new SandboxClient(sandbox);
    private FakeApp app = new FakeApp(sandbox);

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    private void with(SandboxConfiguration other) {
        stop();
        sandbox = Sandbox.start(other);
        client = new SandboxClient(sandbox);
        app = new FakeApp(sandbox);
    }

    private static Set<String> without(String scope) {
        Set<String> scopes = new HashSet<>(SandboxConfiguration.DEFAULT_SCOPES);
        scopes.remove(scope);
        return scopes;
    }

    private JsonNode leave(String user, String channel) {
        return client.post("/sandbox/channels/" + channel + "/leave", "{'user':'" + user + "'}");
    }

    private List<String> members(String channel) {
        return client.api("conversations.members", "{'channel':'" + channel + "'}")
                .path("members")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode event() {
        return SandboxClient.JSON.readTree(app.last().body());
    }

    @Test
    void who_leaves_is_off_the_channel_and_the_app_hears_of_it_by_a_signed_event() {
        assertThat(leave("U0BEN", "C0READING").path("ok").asBoolean()).isTrue();
        assertThat(members("C0READING")).doesNotContain("U0BEN").contains("U0ADA");
        assertThat(event().path("event_id").asString()).startsWith("Ev");
        JsonNode event = event().path("event");
        assertThat(event.path("type").asString()).isEqualTo("member_left_channel");
        assertThat(event.path("user").asString()).isEqualTo("U0BEN");
        assertThat(event.path("channel").asString()).isEqualTo("C0READING");
        assertThat(app.last().header("X-Slack-Signature")).startsWith("v0=");

        assertThat(leave("U0BEN", "C0READING").path("error").asString()).contains("is not in the channel");
        client.post("/sandbox/channels/C0READING/join", "{'user':'U0BEN'}");
        assertThat(members("C0READING")).contains("U0BEN");
    }

    @Test
    void of_whoever_brings_the_app_into_a_channel_it_is_told_and_of_who_joins_later() {
        client.post("/sandbox/channels/C0RANDOM/invite", "{'user':'U0BEN'}");
        JsonNode event = event().path("event");
        assertThat(event.path("type").asString()).isEqualTo("member_joined_channel");
        assertThat(event.path("user").asString()).isEqualTo("U0LECTERN");
        assertThat(event.path("inviter").asString()).isEqualTo("U0BEN");
        assertThat(event.path("channel").asString()).isEqualTo("C0RANDOM");
        assertThat(members("C0RANDOM")).contains("U0LECTERN");

        int told = app.requests.size();
        client.post("/sandbox/channels/C0RANDOM/invite", "{'user':'U0BEN'}");
        client.post("/sandbox/channels/C0RANDOM/join", "{'user':'U0BEN'}");
        assertThat(app.requests).as("nobody is new").hasSize(told);
        leave("U0BEN", "C0RANDOM");
        client.post("/sandbox/channels/C0RANDOM/join", "{'user':'U0BEN'}");
        assertThat(event().path("event").path("user").asString()).isEqualTo("U0BEN");
        assertThat(event().path("event").has("inviter")).isFalse();
    }

    @Test
    void of_a_channel_without_the_app_and_without_the_scope_it_hears_nothing() {
        leave("U0BEN", "C0RANDOM");
        assertThat(app.requests).isEmpty();
        with(SandboxConfiguration.of(TOKEN, "shh").withScopes(without("channels:read")));
        leave("U0BEN", "C0READING");
        assertThat(app.requests).isEmpty();
        with(SandboxConfiguration.of(TOKEN, "shh").withScopes(without("users:read")));
        client.post("/sandbox/users/U0BEN/deactivate", "{}");
        assertThat(app.requests).isEmpty();
    }

    @Test
    void whose_account_is_deactivated_can_do_nothing_more_and_is_told_of_as_deleted() {
        WorkspaceStore store = WorkspaceStore.inMemory();
        with(SandboxConfiguration.of(TOKEN, "shh").keptIn(store));
        assertThat(client.post("/sandbox/users/U0BEN/deactivate", "{}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        JsonNode event = event().path("event");
        assertThat(event.path("type").asString()).isEqualTo("user_change");
        assertThat(event.path("user").path("id").asString()).isEqualTo("U0BEN");
        assertThat(event.path("user").path("deleted").asBoolean()).isTrue();

        with(SandboxConfiguration.of(TOKEN, "shh").keptIn(store));
        assertThat(client.api("users.info", "{'user':'U0BEN'}")
                        .path("user")
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(client.api("users.info", "{'user':'U0ADA'}")
                        .path("user")
                        .path("deleted")
                        .asBoolean())
                .isFalse();
        assertThat(client.api("conversations.open", "{'users':'U0BEN'}")
                        .path("error")
                        .asString())
                .isEqualTo("user_disabled");
        assertThat(client.post("/sandbox/messages", "{'user':'U0BEN','channel':'C0READING','text':'hi'}")
                        .path("error")
                        .asString())
                .contains("is deactivated");
    }
}
