package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Failures on demand, the list of calls, who may come in, and the feed of changes. */
class SandboxFaultsTest {
    private static final String POST = "{'channel':'C0READING','text':'x'}";

    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh"));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void fault(String kind, int times) {
        JsonNode answer = client.post(
                "/sandbox/faults", "{'method':'chat.postMessage','times':" + times + ",'kind':'" + kind + "'}");
        assertThat(answer.path("ok").asBoolean()).isTrue();
    }

    private int posted() {
        return client.get("/sandbox/channels/C0READING/messages")
                .path("messages")
                .size();
    }

    @Test
    void any_error_of_slacks_is_answered_as_often_as_asked_and_wants_a_name() {
        client.post("/sandbox/faults", "{'method':'chat.postMessage','kind':'refused','error':'is_archived'}");
        JsonNode refused = client.api("chat.postMessage", POST);
        assertThat(refused.path("ok").asBoolean()).isFalse();
        assertThat(refused.path("error").asString()).isEqualTo("is_archived");
        assertThat(client.api("chat.postMessage", POST).path("ok").asBoolean()).isTrue();
        assertThat(posted()).isEqualTo(1);
        assertThat(client.post("/sandbox/faults", "{'method':'chat.postMessage','kind':'refused'}")
                        .path("error")
                        .asString())
                .contains("error");
    }

    @Test
    void a_rate_limit_and_a_broken_server_last_as_often_as_asked() {
        fault("ratelimited", 2);
        assertThat(client.apiResponse("chat.postMessage", POST).statusCode()).isEqualTo(429);
        assertThat(client.apiResponse("chat.postMessage", POST).headers().firstValue("Retry-After"))
                .isPresent();
        assertThat(client.apiResponse("chat.postMessage", POST).statusCode()).isEqualTo(200);
        fault("http_500", 1);
        assertThat(client.apiResponse("chat.postMessage", POST).statusCode()).isEqualTo(500);
        assertThat(client.apiResponse("auth.test", "{}").statusCode()).isEqualTo(200);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void a_call_dropped_before_does_nothing_and_one_dropped_after_did_it() {
        fault("drop_before", 1);
        assertThatThrownBy(() -> client.apiResponse("chat.postMessage", POST)).isInstanceOf(UncheckedIOException.class);
        assertThat(posted()).isZero();
        fault("drop_after", 1);
        assertThatThrownBy(() -> client.apiResponse("chat.postMessage", POST)).isInstanceOf(UncheckedIOException.class);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void slacks_own_client_sees_a_dropped_call_fail_and_does_not_repeat_it() {
        try (BoltApp bolt = new BoltApp(sandbox, app -> {})) {
            var methods = bolt.slack.methods(sandbox.botToken());
            fault("drop_after", 1);
            assertThatThrownBy(() -> methods.chatPostMessage(
                            request -> request.channel("C0READING").text("x")))
                    .isInstanceOf(IOException.class);
            assertThat(posted()).isEqualTo(1);
        }
    }

    @Test
    void calls_are_listed_with_arguments_and_answers_but_without_tokens() {
        client.apiForm(
                "chat.postMessage",
                "token=xoxb-sandbox-test&channel=C0READING&text=hi&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D");
        client.api("auth.test", "{}");
        client.api("chat.postMessage", "{'channel':'C0NOWHERE','text':'x'}");

        JsonNode all = client.get("/sandbox/calls");
        JsonNode posts = client.get("/sandbox/calls?method=chat.postMessage").path("calls");

        assertThat(all.path("calls")).hasSize(3);
        assertThat(all.toString()).doesNotContain("xoxb");
        assertThat(posts).hasSize(2);
        assertThat(posts.path(0).path("arguments").path("text").asString()).isEqualTo("hi");
        assertThat(posts.path(0)
                        .path("arguments")
                        .path("blocks")
                        .path(0)
                        .path("type")
                        .asString())
                .isEqualTo("divider");
        assertThat(posts.path(0).path("response").path("ok").asBoolean()).isTrue();
        assertThat(posts.path(0).path("status").asInt()).isEqualTo(200);
        assertThat(posts.path(1).path("response").path("error").asString()).isEqualTo("channel_not_found");
    }

    @Test
    void requests_by_a_foreign_name_or_from_a_foreign_page_are_turned_away() throws IOException {
        assertThat(statusFor("Host: localhost:" + sandbox.port())).contains("200");
        assertThat(statusFor("Host: 127.0.0.1:" + sandbox.port())).contains("200");
        assertThat(statusFor("Host: evil.example")).contains("403");
        assertThat(statusFor("Host: 127.0.0.1.evil.example:" + sandbox.port())).contains("403");
        assertThat(statusFor("Host: 127.0.0.1:" + sandbox.port() + "\r\nOrigin: http://evil.example"))
                .contains("403");
        assertThat(statusFor("Host: 127.0.0.1:" + sandbox.port() + "\r\nOrigin: http://127.0.0.1:" + sandbox.port()))
                .contains("200");
    }

    private String statusFor(String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            out.print("GET /sandbox/workspace HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
            out.flush();
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return String.valueOf(status);
        }
    }

    @Test
    void whatever_changes_is_told_to_listening_pages() throws Exception {
        HttpResponse<java.util.stream.Stream<String>> feed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/changes"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> feed.body()
                .filter(line -> line.equals("data: {\"revision\":1}"))
                .findFirst()
                .orElse("the feed ended"));

        client.api("chat.postMessage", POST);

        assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo("data: {\"revision\":1}");
    }

    @Test
    void the_page_is_served_at_the_root() {
        HttpResponse<String> page = client.getResponse("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void the_workspace_is_as_agreed() {
        JsonNode workspace = client.get("/sandbox/workspace");
        assertThat(workspace.path("team").asString()).isEqualTo("T0LECTERN");
        assertThat(workspace.path("users")).hasSize(6);
        assertThat(workspace.path("channels").path(0).path("name").asString()).isEqualTo("reading-group");
        assertThat(workspace.path("bot").path("app_id").asString()).isEqualTo("A0LECTERN");
        assertThat(workspace.path("command").asString()).isEqualTo("/papers");
    }
}
