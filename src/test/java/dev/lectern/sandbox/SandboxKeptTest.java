package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.workspace.Change;
import dev.lectern.sandbox.workspace.RedisWorkspaceStore;
import dev.lectern.sandbox.workspace.WorkspaceStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is answered is kept: nothing but Redis is handed from one sandbox to the next. */
class SandboxKeptTest {
    private final SteppedClock base = new SteppedClock();

    @BeforeEach
    void empty() {
        TestRedis.fresh();
    }

    private Sandbox start() {
        return Sandbox.start(
                SandboxConfiguration.of("t", "s").aheadOf(base).keptIn(new RedisWorkspaceStore(TestRedis.commands())));
    }

    @Test
    void messages_views_channels_and_the_clock_survive_without_a_goodbye() {
        // The first sandbox is still open when the second reads: as after a SIGKILL, nothing was flushed at an end.
        try (Sandbox first = start()) {
            SandboxClient before = new SandboxClient(first);
            FakeApp app = new FakeApp(first);
            String parent = before.api(
                            "chat.postMessage",
                            "{'channel':'C0READING','text':'kept','blocks':[{'type':'divider'}],"
                                    + "'metadata':{'event_type':'e','event_payload':{'k':1}}}")
                    .path("ts")
                    .asString();
            before.api("chat.postMessage", "{'channel':'C0READING','text':'reply','thread_ts':'" + parent + "'}");
            before.api("chat.postEphemeral", "{'channel':'C0READING','user':'U0ADA','text':'psst'}");
            before.api("chat.postMessage", "{'channel':'U0BEN','text':'direct'}");
            before.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0RANDOM','text':'/invite @lectern'}");
            before.api("views.publish", "{'user_id':'U0ADA','view':{'type':'home','blocks':[{'type':'divider'}]}}");
            before.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'x'}");
            before.api(
                    "views.open",
                    "{'trigger_id':'" + app.last().field("trigger_id")
                            + "','view':{'type':'modal','title':{'type':'plain_text','text':'T'},'blocks':[]}}");
            String deleted = before.api("chat.postMessage", "{'channel':'C0READING','text':'gone'}")
                    .path("ts")
                    .asString();
            before.api("chat.delete", "{'channel':'C0READING','ts':'" + deleted + "'}");
            before.post("/sandbox/clock", "{'advance':'P3D'}");

            try (Sandbox second = start()) {
                SandboxClient after = new SandboxClient(second);
                for (String path : List.of(
                        "/sandbox/workspace",
                        "/sandbox/channels/C0READING/messages",
                        "/sandbox/users/U0ADA/messages",
                        "/sandbox/users/U0BEN/messages",
                        "/sandbox/users/U0ADA/views")) {
                    assertThat(after.get(path)).as(path).isEqualTo(before.get(path));
                }
                assertThat(after.get("/sandbox/workspace").path("now").asString())
                        .isEqualTo("2026-04-02T07:00:00Z");
                assertThat(after.get("/sandbox/channels/C0READING/messages").path("messages"))
                        .hasSize(3);
                assertThat(after.get("/sandbox/users/U0ADA/views").path("views"))
                        .hasSize(2);
            }
            app.close();
        }
    }

    @Test
    void a_ts_is_never_given_twice_even_when_the_system_clock_stands_still_through_a_restart() {
        String last;
        try (Sandbox first = start()) {
            SandboxClient client = new SandboxClient(first);
            client.api("chat.postMessage", "{'channel':'C0READING','text':'a'}");
            last = client.api("chat.postMessage", "{'channel':'C0READING','text':'b'}")
                    .path("ts")
                    .asString();
            client.api("chat.delete", "{'channel':'C0READING','ts':'" + last + "'}");
        }
        try (Sandbox second = start()) {
            JsonNode posted = new SandboxClient(second).api("chat.postMessage", "{'channel':'C0READING','text':'c'}");
            assertThat(posted.path("ts").asString()).isGreaterThan(last);
        }
    }

    @Test
    void a_change_that_cannot_be_kept_is_not_made() {
        WorkspaceStore full = new WorkspaceStore() {
            @Override
            public void write(List<Change> changes) {
                throw new IllegalStateException("full on purpose");
            }

            @Override
            public java.util.Map<String, JsonNode> read(String collection) {
                return java.util.Map.of();
            }
        };
        try (Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("t", "s").keptIn(full))) {
            SandboxClient client = new SandboxClient(sandbox);
            assertThat(client.apiResponse("chat.postMessage", "{'channel':'C0READING','text':'a'}")
                            .statusCode())
                    .isEqualTo(500);
            assertThat(client.lastMessage("C0READING")).isEmpty();
        }
    }

    @Test
    void all_keys_share_one_hash_tag_and_removed_values_are_gone() {
        WorkspaceStore store = new RedisWorkspaceStore(TestRedis.commands());
        JsonNode value = JsonNodeFactory.instance.objectNode().put("text", "it's \"quoted\" ü");
        store.write(List.of(Change.put("messages", "a", value), Change.put("messages", "b", value)));
        store.write(List.of(Change.remove("messages", "b"), Change.put("counters", "ts", value)));

        assertThat(store.read("messages")).containsOnlyKeys("a").containsEntry("a", value);
        assertThat(store.read("nothing")).isEmpty();
        assertThat(TestRedis.commands().keys("*")).allMatch(key -> key.startsWith("lectern:{sandbox}:"));
    }

    @Test
    void a_taken_port_is_told_in_a_sentence() {
        try (Sandbox first = start()) {
            SandboxConfiguration same = SandboxConfiguration.of("t", "s").onPort(first.port());
            assertThatThrownBy(() -> Sandbox.start(same)).hasMessageContaining("127.0.0.1:" + first.port());
        }
    }
}
