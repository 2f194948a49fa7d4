package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Web API over HTTP, on a clock that stands still. */
class SandboxWebApiTest {
    private final SteppedClock base = new SteppedClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh").aheadOf(base));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String post(String text) {
        JsonNode answer = client.api("chat.postMessage", "{'channel':'C0READING','text':'" + text + "'}");
        assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
        return answer.path("ts").asString();
    }

    private static String error(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isFalse();
        return answer.path("error").asString();
    }

    @Test
    void auth_test_names_the_bot() {
        JsonNode answer = client.api("auth.test", "{}");
        assertThat(answer.path("team_id").asString()).isEqualTo("T0LECTERN");
        assertThat(answer.path("user_id").asString()).isEqualTo("U0LECTERN");
        assertThat(answer.path("bot_id").asString()).isEqualTo("B0LECTERN");
    }

    @Test
    void a_call_needs_the_right_token_in_a_header_or_a_field() {
        assertThat(error(client.withToken("").api("auth.test", "{}"))).isEqualTo("not_authed");
        assertThat(error(client.withToken("xoxb-other").api("auth.test", "{}"))).isEqualTo("invalid_auth");
        assertThat(client.apiForm("auth.test", "token=xoxb-sandbox-test")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(error(client.api("chat.sing", "{}"))).isEqualTo("unknown_method");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    chat.postMessage       | {'text':'x'}                                                | invalid_arguments
                    chat.postMessage       | {'channel':'C0NOWHERE','text':'x'}                          | channel_not_found
                    chat.postMessage       | {'channel':'C0RANDOM','text':'x'}                          | not_in_channel
                    chat.postMessage       | {'channel':'C0READING'}                                     | no_text
                    chat.postMessage       | {'channel':'C0READING','text':'x','username':'Eve'}         | missing_scope
                    chat.postMessage       | {'channel':'C0READING','blocks':'{'}                        | invalid_blocks_format
                    chat.postMessage       | {'channel':'C0READING','blocks':[{'type':'poll'}]}          | invalid_blocks
                    chat.postMessage       | {'channel':'C0READING','text':'x','metadata':{'a':1}}       | invalid_metadata_format
                    chat.postMessage       | {'channel':'C0READING','text':'x','attachments':[{}]}       | invalid_attachments
                    chat.postEphemeral     | {'channel':'C0READING','text':'x','user':'U0NOBODY'}        | user_not_found
                    chat.postEphemeral     | {'channel':'C0VISION','text':'x','user':'U0FATIMA'}         | user_not_in_channel
                    chat.postEphemeral     | {'channel':'C0RANDOM','text':'x','user':'U0ADA'}           | not_in_channel
                    chat.update            | {'channel':'C0READING','text':'x','ts':'1.000001'}          | message_not_found
                    chat.update            | {'channel':'C0NOWHERE','text':'x','ts':'1.000001'}          | channel_not_found
                    chat.delete            | {'channel':'C0READING','ts':'1.000001'}                     | message_not_found
                    chat.getPermalink      | {'channel':'C0READING','message_ts':'1.000001'}             | message_not_found
                    conversations.open     | {'users':'U0NOBODY'}                                        | user_not_found
                    conversations.info     | {'channel':'C0NOWHERE'}                                     | channel_not_found
                    conversations.history  | {'channel':'C0RANDOM'}                                     | not_in_channel
                    conversations.history  | {'channel':'C0READING','cursor':'??'}                       | invalid_cursor
                    conversations.replies  | {'channel':'C0READING','ts':'1.000001'}                     | thread_not_found
                    users.info             | {'user':'U0NOBODY'}                                         | user_not_found
                    views.open             | {'trigger_id':'1.2.a'}                                      | invalid_arguments
                    views.open             | {'trigger_id':'1.2.a','view':{'type':'home','blocks':[]}}   | invalid_arguments
                    views.update           | {'view_id':'V1','view':{'type':'home','blocks':[]}}         | not_found
                    views.publish          | {'user_id':'U0NOBODY','view':{'type':'home','blocks':[]}}   | user_not_found
                    """)
    void what_slack_refuses_is_refused_with_slacks_error(String method, String arguments, String error) {
        assertThat(error(client.api(method.strip(), arguments.strip()))).isEqualTo(error.strip());
    }

    @Test
    void malformed_bodies_are_refused() {
        assertThat(error(client.api("chat.postMessage", "{"))).isEqualTo("invalid_json");
        assertThat(error(client.api("chat.postMessage", "[]"))).isEqualTo("json_not_object");
    }

    @Test
    void invalid_blocks_say_where() {
        JsonNode answer = client.api(
                "chat.postMessage",
                "{'channel':'C0READING','blocks':[{'type':'header','text':{'type':'plain_text','text':'"
                        + "x".repeat(151) + "'}}]}");
        assertThat(answer.path("response_metadata").path("messages").path(0).asString())
                .isEqualTo("[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void a_text_has_40_000_characters_at_most_and_an_edited_one_4_000() {
        String ts = post("x".repeat(40_000));
        assertThat(error(client.api("chat.postMessage", "{'channel':'C0READING','text':'" + "x".repeat(40_001) + "'}")))
                .isEqualTo("msg_too_long");
        String edit = "{'channel':'C0READING','ts':'" + ts + "','text':'";
        assertThat(client.api("chat.update", edit + "x".repeat(4_000) + "'}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(error(client.api("chat.update", edit + "x".repeat(4_001) + "'}")))
                .isEqualTo("msg_too_long");
    }

    @Test
    void metadata_that_is_too_large_is_refused() {
        assertThat(error(client.api(
                        "chat.postMessage",
                        "{'channel':'C0READING','text':'x','metadata':{'event_type':'e','event_payload':{'a':'"
                                + "x".repeat(17_000) + "'}}}")))
                .isEqualTo("metadata_too_large");
    }

    @Test
    void every_message_has_a_ts_of_its_own_even_while_the_clock_stands() {
        List<String> stamps = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            stamps.add(post("m" + index));
        }
        assertThat(stamps).isSorted().doesNotHaveDuplicates();
        assertThat(stamps.get(0)).isEqualTo("1774854000.000000");
    }

    @Test
    void an_update_keeps_what_it_does_not_name_and_marks_the_message_as_edited() {
        JsonNode posted = client.api(
                "chat.postMessage",
                "{'channel':'C0READING','text':'one','blocks':[{'type':'divider'}],"
                        + "'metadata':{'event_type':'e','event_payload':{'k':'v'}}}");
        String place = "{'channel':'C0READING','ts':'" + posted.path("ts").asString() + "',";

        client.api("chat.update", place + "'text':'two'}");
        JsonNode kept = client.lastMessage("C0READING").orElseThrow();
        client.api("chat.update", place + "'text':'three','blocks':[]}");
        JsonNode bare = client.lastMessage("C0READING").orElseThrow();

        assertThat(kept.path("text").asString()).isEqualTo("two");
        assertThat(kept.path("blocks")).hasSize(1);
        assertThat(kept.path("metadata").path("event_payload").path("k").asString())
                .isEqualTo("v");
        assertThat(kept.path("edited").path("user").asString()).isEqualTo("U0LECTERN");
        assertThat(bare.has("blocks")).isFalse();
        assertThat(bare.path("text").asString()).isEqualTo("three");
    }

    @Test
    void only_the_apps_own_messages_can_be_changed_or_deleted() {
        JsonNode typed = client.post("/sandbox/messages", "{'user':'U0ADA','channel':'C0READING','text':'mine'}");
        String place = "{'channel':'C0READING','ts':'" + typed.path("ts").asString() + "'";
        assertThat(error(client.api("chat.update", place + ",'text':'yours'}"))).isEqualTo("cant_update_message");
        assertThat(error(client.api("chat.delete", place + "}"))).isEqualTo("cant_delete_message");
        String own = post("own");
        client.api("chat.delete", "{'channel':'C0READING','ts':'" + own + "'}");
        assertThat(client.lastMessage("C0READING").orElseThrow().path("text").asString())
                .isEqualTo("mine");
    }

    @Test
    void history_is_newest_first_without_replies_and_ephemeral_messages() {
        String first = post("first");
        client.api("chat.postMessage", "{'channel':'C0READING','text':'reply','thread_ts':'" + first + "'}");
        client.api("chat.postEphemeral", "{'channel':'C0READING','user':'U0ADA','text':'psst'}");
        String last = post("last");

        JsonNode history = client.api("conversations.history", "{'channel':'C0READING'}");
        JsonNode replies = client.api("conversations.replies", "{'channel':'C0READING','ts':'" + first + "'}");
        JsonNode after = client.api("conversations.history", "{'channel':'C0READING','oldest':'" + first + "'}");
        JsonNode from = client.api(
                "conversations.history", "{'channel':'C0READING','oldest':'" + first + "','inclusive':true}");

        assertThat(texts(history)).containsExactly("last", "first");
        assertThat(history.path("messages").path(1).path("reply_count").asInt()).isEqualTo(1);
        assertThat(texts(replies)).containsExactly("first", "reply");
        assertThat(texts(after)).containsExactly("last");
        assertThat(texts(from)).containsExactly("last", "first");
        assertThat(client.get("/sandbox/channels/C0READING/messages").path("messages"))
                .hasSize(4);
        assertThat(last).isGreaterThan(first);
    }

    private static List<String> texts(JsonNode answer) {
        return answer.path("messages")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    @Test
    void history_comes_in_pages_and_shows_metadata_only_when_asked() {
        for (int index = 0; index < 5; index++) {
            client.api(
                    "chat.postMessage",
                    "{'channel':'C0READING','text':'m" + index
                            + "','metadata':{'event_type':'step','event_payload':{'n':" + index + "}}}");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    client.api("conversations.history", "{'channel':'C0READING','limit':2,'cursor':'" + cursor + "'}");
            seen.addAll(texts(page));
            cursor = page.path("response_metadata").path("next_cursor").asString();
            assertThat(page.path("has_more").asBoolean()).isEqualTo(!cursor.isEmpty());
            assertThat(page.path("messages").path(0).has("metadata")).isFalse();
        } while (!cursor.isEmpty());
        JsonNode all = client.api("conversations.history", "{'channel':'C0READING','include_all_metadata':true}");

        assertThat(seen).containsExactly("m4", "m3", "m2", "m1", "m0");
        assertThat(all.path("messages")
                        .path(0)
                        .path("metadata")
                        .path("event_payload")
                        .path("n")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void a_reply_to_a_reply_joins_the_thread() {
        String first = post("first");
        JsonNode reply =
                client.api("chat.postMessage", "{'channel':'C0READING','text':'r1','thread_ts':'" + first + "'}");
        JsonNode second = client.api(
                "chat.postMessage",
                "{'channel':'C0READING','text':'r2','thread_ts':'"
                        + reply.path("ts").asString() + "'}");
        assertThat(second.path("message").path("thread_ts").asString()).isEqualTo(first);
    }

    @Test
    void direct_messages_are_opened_once_and_seen_by_their_person() {
        JsonNode opened = client.api("conversations.open", "{'users':'U0ADA'}");
        JsonNode again = client.api("conversations.open", "{'users':'U0ADA'}");
        client.api(
                "chat.postMessage",
                "{'channel':'" + opened.path("channel").path("id").asString() + "','text':'by channel'}");
        client.api("chat.postMessage", "{'channel':'U0ADA','text':'by person'}");

        assertThat(again.path("already_open").asBoolean()).isTrue();
        assertThat(texts(client.get("/sandbox/users/U0ADA/messages"))).containsExactly("by channel", "by person");
        assertThat(texts(client.get("/sandbox/users/U0BEN/messages"))).isEmpty();
    }

    @Test
    void people_and_channels_are_listed() {
        assertThat(client.api("users.list", "{}").path("members")).hasSize(7);
        assertThat(client.api("users.info", "{'user':'U0ADA'}")
                        .path("user")
                        .path("tz")
                        .asString())
                .isEqualTo("Europe/Berlin");
        assertThat(client.api("conversations.list", "{}").path("channels")).hasSize(4);
        assertThat(client.api("conversations.members", "{'channel':'C0READING'}")
                        .path("members"))
                .hasSize(7);
        JsonNode random =
                client.api("conversations.info", "{'channel':'C0RANDOM'}").path("channel");
        assertThat(random.path("is_member").asBoolean()).isFalse();
        assertThat(random.path("name").asString()).isEqualTo("random");
    }

    @Test
    void an_invited_bot_may_post() {
        client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0RANDOM','text':'/invite @lectern'}");
        assertThat(client.api("chat.postMessage", "{'channel':'C0RANDOM','text':'thanks'}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void posting_is_limited_to_one_a_second_a_channel_with_a_burst_of_ten() {
        for (int index = 0; index < 10; index++) {
            post("m" + index);
        }
        HttpResponse<String> refused =
                client.apiResponse("chat.postMessage", "{'channel':'C0READING','text':'too many'}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(error(SandboxClient.JSON.readTree(refused.body()))).isEqualTo("ratelimited");
        assertThat(client.api("chat.postMessage", "{'channel':'C0VISION','text':'other'}")
                        .path("ok")
                        .asBoolean())
                .isTrue();

        base.step(Duration.ofSeconds(1));

        post("again");
        assertThat(client.apiResponse("chat.postMessage", "{'channel':'C0READING','text':'x'}")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void updates_are_limited_to_fifty_a_minute() {
        String edit = "{'channel':'C0READING','ts':'" + post("m") + "','text':'";
        for (int index = 0; index < 50; index++) {
            assertThat(client.apiResponse("chat.update", edit + index + "'}").statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = client.apiResponse("chat.update", edit + "x'}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void a_missing_scope_is_named() {
        try (Sandbox strict =
                Sandbox.start(SandboxConfiguration.of("t", "s").withScopes(Set.of("commands", "chat:write")))) {
            JsonNode answer = new SandboxClient(strict).api("users.info", "{'user':'U0ADA'}");
            assertThat(error(answer)).isEqualTo("missing_scope");
            assertThat(answer.path("needed").asString()).isEqualTo("users:read");
            assertThat(answer.path("provided").asString()).isEqualTo("chat:write,commands");
        }
    }

    @Test
    void a_home_is_published_and_replaced_only_under_its_hash() {
        String home = "{'user_id':'U0ADA','view':{'type':'home','blocks':[{'type':'divider'}]}";
        JsonNode first = client.api("views.publish", home + "}").path("view");
        assertThat(error(client.api("views.publish", home + ",'hash':'other'}")))
                .isEqualTo("hash_conflict");
        JsonNode second = client.api(
                "views.publish", home + ",'hash':'" + first.path("hash").asString() + "'}");
        assertThat(second.path("ok").asBoolean()).isTrue();
        assertThat(second.path("view").path("hash")).isNotEqualTo(first.path("hash"));
        assertThat(second.path("view").path("id")).isEqualTo(first.path("id"));
        assertThat(error(client.api(
                        "views.update",
                        "{'view_id':'" + first.path("id").asString() + "','hash':'"
                                + first.path("hash").asString() + "','view':{'type':'home','blocks':[]}}")))
                .isEqualTo("hash_conflict");
    }

    @Test
    void a_permalink_leads_to_the_message() {
        String ts = post("here");
        JsonNode answer = client.api("chat.getPermalink", "{'channel':'C0READING','message_ts':'" + ts + "'}");
        assertThat(answer.path("permalink").asString())
                .isEqualTo(sandbox.url() + "/archives/C0READING/p" + ts.replace(".", ""));
    }
}
