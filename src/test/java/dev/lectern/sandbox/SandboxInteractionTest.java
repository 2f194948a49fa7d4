package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.FakeApp.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Response URLs, triggers, view stacks, repeated events, and requests that make no sense. */
class SandboxInteractionTest {
    private static final String MODAL = "{'type':'modal','title':{'type':'plain_text','text':'T'},"
            + "'submit':{'type':'plain_text','text':'Go'},'blocks':[{'type':'input','block_id':'b','optional':true,"
            + "'label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input','action_id':'a'}}]}";
    private static final String ADA = "{'user':'U0ADA','channel':'C0READING','text':'go'}";

    private final SteppedClock base = new SteppedClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh").aheadOf(base));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final FakeApp app = new FakeApp(sandbox);

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    private String trigger() {
        client.post("/sandbox/commands", ADA);
        return app.last().field("trigger_id");
    }

    private JsonNode view(String method, String trigger) {
        return client.api(method, "{'trigger_id':'" + trigger + "','view':" + MODAL + "}");
    }

    @Test
    void a_trigger_opens_one_view_within_three_seconds() {
        String late = trigger();
        base.step(Duration.ofMillis(3_001));
        assertThat(view("views.open", late).path("error").asString()).isEqualTo("expired_trigger_id");

        String good = trigger();
        base.step(Duration.ofSeconds(3));
        assertThat(view("views.open", good).path("ok").asBoolean()).isTrue();
        assertThat(view("views.open", good).path("error").asString()).isEqualTo("exchanged_trigger_id");
        assertThat(view("views.open", "1.2.abc").path("error").asString()).isEqualTo("invalid_trigger_id");
    }

    @Test
    void a_stack_holds_three_views() {
        assertThat(view("views.push", trigger()).path("error").asString()).isEqualTo("not_found");
        assertThat(view("views.open", trigger()).path("ok").asBoolean()).isTrue();
        assertThat(view("views.push", trigger()).path("ok").asBoolean()).isTrue();
        assertThat(view("views.push", trigger()).path("ok").asBoolean()).isTrue();
        assertThat(view("views.push", trigger()).path("error").asString()).isEqualTo("push_limit_reached");
        assertThat(client.get("/sandbox/users/U0ADA/views").path("modals")).hasSize(3);
    }

    @Test
    void a_view_is_updated_by_its_external_id_and_keeps_what_was_entered() {
        String external = MODAL.substring(0, MODAL.length() - 1) + ",'external_id':'mine'}";
        JsonNode opened = client.api("views.open", "{'trigger_id':'" + trigger() + "','view':" + external + "}")
                .path("view");
        client.post(
                "/sandbox/actions",
                "{'user':'U0ADA','view_id':'" + opened.path("id").asString() + "','action_id':'a','selected':'typed'}");

        JsonNode updated = client.api("views.update", "{'external_id':'mine','view':" + external + "}")
                .path("view");

        assertThat(updated.path("id")).isEqualTo(opened.path("id"));
        assertThat(updated.path("hash")).isNotEqualTo(opened.path("hash"));
        assertThat(updated.path("state")
                        .path("values")
                        .path("b")
                        .path("a")
                        .path("value")
                        .asString())
                .isEqualTo("typed");
        assertThat(client.api("views.open", "{'trigger_id':'" + trigger() + "','view':" + external + "}")
                        .path("error")
                        .asString())
                .isEqualTo("duplicate_external_id");
    }

    @Test
    void a_response_url_answers_five_times_in_thirty_minutes() {
        client.post("/sandbox/commands", ADA);
        String url = app.last().field("response_url");
        assertThat(client.postTo(url, "{'text':'to you'}").asString()).isEqualTo("ok");
        client.postTo(url, "{'text':'to all','response_type':'in_channel'}");
        assertThat(client.postTo(url, "{}").path("error").asString()).isEqualTo("no_text");
        JsonNode messages = client.get("/sandbox/channels/C0READING/messages").path("messages");
        assertThat(messages.path(0).path("to").asString()).isEqualTo("U0ADA");
        assertThat(messages.path(1).has("to")).isFalse();
        client.postTo(url, "{'text':'4'}");
        client.postTo(url, "{'text':'5'}");
        assertThat(client.postTo(url, "{'text':'6'}").path("error").asString()).isEqualTo("used_url");

        client.post("/sandbox/commands", ADA);
        base.step(Duration.ofMinutes(31));
        assertThat(client.postTo(app.last().field("response_url"), "{'text':'late'}")
                        .path("error")
                        .asString())
                .isEqualTo("expired_url");
    }

    @Test
    void a_click_on_an_ephemeral_message_may_replace_or_delete_it() {
        client.api(
                "chat.postEphemeral",
                "{'channel':'C0READING','user':'U0ADA','text':'before','blocks':[{'type':'actions','elements':["
                        + "{'type':'button','action_id':'ok','text':{'type':'plain_text','text':'OK'}}]}]}");
        String ts = client.lastMessage("C0READING").orElseThrow().path("ts").asString();
        String click = "{'user':'U0ADA','channel':'C0READING','ts':'" + ts + "','action_id':'ok'}";

        client.post("/sandbox/actions", click);
        JsonNode payload = app.last().payload();
        client.postTo(payload.path("response_url").asString(), "{'replace_original':true,'text':'after'}");

        assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isTrue();
        assertThat(payload.has("message")).isFalse();
        assertThat(client.lastMessage("C0READING").orElseThrow().path("text").asString())
                .isEqualTo("after");
        assertThat(client.lastMessage("C0READING").orElseThrow().path("ts").asString())
                .isEqualTo(ts);
        client.postTo(payload.path("response_url").asString(), "{'delete_original':true}");
        assertThat(client.lastMessage("C0READING")).isEmpty();
    }

    @Test
    void a_failed_event_is_repeated_at_once_after_a_minute_and_after_five() {
        app.answering(request -> new Answer(500, "text/plain", ""));

        client.post("/sandbox/messages", "{'user':'U0ADA','channel':'C0READING','text':'hello'}");
        assertThat(app.requests).hasSize(2);
        client.post("/sandbox/clock", "{'advance':'PT1M'}");
        assertThat(app.requests).hasSize(3);
        JsonNode moved = client.post("/sandbox/clock", "{'advance':'PT1H'}");

        assertThat(app.requests).hasSize(4);
        assertThat(moved.path("ran").path(0).asString()).isEqualTo("2026-03-30T07:06:00Z");
        assertThat(app.requests)
                .extracting(request -> request.header("X-Slack-Retry-Num"))
                .containsExactly("", "1", "2", "3");
        assertThat(app.last().header("X-Slack-Retry-Reason")).isEqualTo("http_error");
        assertThat(app.requests)
                .extracting(request -> SandboxClient.JSON
                        .readTree(request.body())
                        .path("event_id")
                        .asString())
                .doesNotContain("")
                .containsOnly(SandboxClient.JSON
                        .readTree(app.last().body())
                        .path("event_id")
                        .asString());
    }

    @Test
    void an_input_is_told_to_the_app_at_once_only_where_the_block_says_so() {
        JsonNode opened = view("views.open", trigger()).path("view");
        String type =
                "{'user':'U0ADA','view_id':'" + opened.path("id").asString() + "','action_id':'a','selected':'x'}";
        int before = app.requests.size();
        client.post("/sandbox/actions", type);
        assertThat(app.requests).hasSize(before);

        String dispatched = MODAL.replace("'optional':true", "'optional':true,'dispatch_action':true");
        client.api("views.update", "{'view_id':'" + opened.path("id").asString() + "','view':" + dispatched + "}");
        client.post("/sandbox/actions", type);
        assertThat(app.last().payload().path("actions").path(0).path("value").asString())
                .isEqualTo("x");
    }

    @Test
    void an_app_that_takes_longer_than_three_seconds_has_not_answered() {
        CountDownLatch over = new CountDownLatch(1);
        app.answering(request -> {
            awaitUninterrupted(over);
            return Answer.empty();
        });
        JsonNode answer = client.post("/sandbox/commands", ADA);
        over.countDown();
        assertThat(answer.path("error").asString()).isEqualTo("operation_timeout");
        assertThat(answer.path("text").asString()).isEqualTo("/papers failed with the error \"operation_timeout\"");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_deleted_reply_no_longer_counts() {
        String parent = client.api("chat.postMessage", "{'channel':'C0READING','text':'p'}")
                .path("ts")
                .asString();
        JsonNode reply =
                client.api("chat.postMessage", "{'channel':'C0READING','text':'r','thread_ts':'" + parent + "'}");
        String messages = "/sandbox/channels/C0READING/messages";
        assertThat(client.get(messages)
                        .path("messages")
                        .path(0)
                        .path("reply_count")
                        .asInt())
                .isEqualTo(1);
        client.api(
                "chat.delete",
                "{'channel':'C0READING','ts':'" + reply.path("ts").asString() + "'}");
        assertThat(client.get(messages).path("messages").path(0).has("reply_count"))
                .isFalse();
    }

    @Test
    void errors_of_a_submission_must_name_inputs_of_the_view() {
        JsonNode opened = view("views.open", trigger()).path("view");
        app.answering(request -> Answer.json("{'response_action':'errors','errors':{'elsewhere':'No.'}}"));
        JsonNode answer = client.post("/sandbox/views/" + opened.path("id").asString() + "/submit", "{'user':'U0ADA'}");
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error").asString()).contains("elsewhere");
    }

    @Test
    void an_answer_that_slack_would_refuse_is_shown_as_a_failure() {
        app.answering(request -> Answer.json("{'text':'x','blocks':[{'type':'poll'}]}"));
        assertThat(client.post("/sandbox/commands", ADA).path("error").asString())
                .isEqualTo("invalid_blocks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /sandbox/commands  | {'user':'U0NOBODY','channel':'C0READING','text':'x'}   | 404 | U0NOBODY
                    /sandbox/commands  | {'user':'U0ADA','channel':'C0NOWHERE','text':'x'}      | 404 | C0NOWHERE
                    /sandbox/commands  | {'user':'U0FATIMA','channel':'C0VISION','text':'x'}    | 400 | not in the channel
                    /sandbox/commands  | {'user':'U0ADA','channel':'C0READING','text':'/sing'}  | 400 | /papers
                    /sandbox/commands  | {'channel':'C0READING'}                                | 400 | user
                    /sandbox/commands  | nonsense                                               | 400 | JSON
                    /sandbox/commands  | []                                                     | 400 | JSON object
                    /sandbox/actions   | {'user':'U0ADA','channel':'C0READING','ts':'1.0','action_id':'a'} | 404 | 1.0
                    /sandbox/actions   | {'user':'U0ADA','view_id':'V1','action_id':'a'}        | 404 | V1
                    /sandbox/views/V1/submit | {'user':'U0ADA'}                                 | 404 | V1
                    /sandbox/messages  | {'user':'U0ADA','channel':'C0READING'}                 | 400 | text
                    /sandbox/faults    | {'method':'chat.update','kind':'fire'}                 | 400 | drop_before
                    /sandbox/clock     | {'advance':'P-3D'}                                     | 400 | forward
                    /sandbox/clock     | {'advance':'three days'}                               | 400 | P3D
                    /sandbox/clock     | {'to':'2020-01-01T00:00:00Z'}                          | 400 | forward
                    """)
    void a_wrong_request_is_told_in_a_sentence(String path, String body, int status, String word) {
        HttpResponse<String> response = client.postResponse(path.strip(), body.strip());
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode answer = SandboxClient.JSON.readTree(response.body());
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error").asString()).contains(word.strip()).endsWith(".");
    }

    @Test
    void an_element_that_is_not_there_or_not_alone_is_told() {
        String button = "{'type':'button','action_id':'ok','value':'%s','text':{'type':'plain_text','text':'OK'}}";
        JsonNode posted = client.api(
                "chat.postMessage",
                "{'channel':'C0READING','text':'x','blocks':[{'type':'actions','elements':[" + button.formatted("1")
                        + "]},{'type':'actions','elements':[" + button.formatted("2") + "]}]}");
        String click = "{'user':'U0ADA','channel':'C0READING','ts':'"
                + posted.path("ts").asString() + "',";

        HttpResponse<String> missing = client.postResponse("/sandbox/actions", click + "'action_id':'no'}");
        HttpResponse<String> unclear = client.postResponse("/sandbox/actions", click + "'action_id':'ok'}");
        JsonNode clear = client.post("/sandbox/actions", click + "'action_id':'ok','value':'2'}");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("no_such_action", "ok=1");
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(clear.path("ok").asBoolean()).isTrue();
        assertThat(app.last().payload().path("actions").path(0).path("value").asString())
                .isEqualTo("2");
    }
}
