package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.Json;
import dev.lectern.sandbox.workspace.WorkspaceStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files as Slack takes them: a place, an upload, and only then a message. */
class SandboxFilesTest {
    private static final String TOKEN = "xoxb-files";

    private final HttpClient http = HttpClient.newHttpClient();
    private final WorkspaceStore store = WorkspaceStore.inMemory();
    private Sandbox sandbox = start();

    private Sandbox start() {
        return Sandbox.start(SandboxConfiguration.of(TOKEN, "shh").keptIn(store));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode call(String method, Map<String, Object> arguments) {
        return Json.MAPPER.readTree(send(HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + method))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(arguments))))
                .body());
    }

    private JsonNode place(String name, int length) {
        return call("files.getUploadURLExternal", Map.of("filename", name, "length", length));
    }

    private int upload(JsonNode place, String content) {
        return send(HttpRequest.newBuilder(URI.create(place.path("upload_url").asString()))
                        .POST(HttpRequest.BodyPublishers.ofString(content)))
                .statusCode();
    }

    private JsonNode complete(JsonNode place, String channel) {
        return call(
                "files.completeUploadExternal",
                Map.of(
                        "files",
                        List.of(Map.of("id", place.path("file_id").asString(), "title", "Votes")),
                        "channel_id",
                        channel,
                        "initial_comment",
                        "Here"));
    }

    private JsonNode messages() {
        return Json.MAPPER
                .readTree(
                        send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/channels/C0READING/messages")))
                                .body())
                .path("messages");
    }

    @Test
    void what_was_uploaded_is_seen_once_it_is_shared_and_kept_over_a_restart() {
        JsonNode place = place("votes.csv", 3);
        assertThat(upload(place, "a,b")).isEqualTo(200);
        assertThat(messages()).isEmpty();

        JsonNode answer = complete(place, "C0READING");
        assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
        sandbox.close();
        sandbox = start();
        JsonNode file = messages().path(0).path("files").path(0);
        assertThat(messages().path(0).path("text").asString()).isEqualTo("Here");
        assertThat(file.path("title").asString()).isEqualTo("Votes");
        HttpResponse<String> fetched = send(HttpRequest.newBuilder(
                URI.create(sandbox.url() + "/files/" + file.path("id").asString() + "/votes.csv")));
        assertThat(fetched.body()).isEqualTo("a,b");
        assertThat(fetched.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void an_upload_has_as_many_bytes_as_were_announced_and_comes_once() {
        JsonNode place = place("votes.csv", 3);
        assertThat(upload(place, "a,b,c")).isEqualTo(400);
        assertThat(complete(place, "C0READING").path("error").asString()).isEqualTo("file_not_found");
        assertThat(upload(place, "a,b")).isEqualTo(200);
        assertThat(upload(place, "a,b")).isEqualTo(400);
    }

    @Test
    void a_file_is_shared_once_and_where_the_app_is() {
        JsonNode place = place("votes.csv", 3);
        upload(place, "a,b");
        assertThat(complete(place, "C0NOWHERE").path("error").asString()).isEqualTo("channel_not_found");
        assertThat(complete(place, "C0RANDOM").path("error").asString()).isEqualTo("not_in_channel");
        assertThat(complete(place, "C0READING").path("ok").asBoolean()).isTrue();
        assertThat(complete(place, "C0READING").path("error").asString()).isEqualTo("file_not_found");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void what_slack_would_refuse_is_refused() {
        assertThat(place("votes.csv", 0).path("error").asString()).isEqualTo("invalid_arguments");
        assertThat(call("files.getUploadURLExternal", Map.of("length", 3))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_arguments");
        assertThat(call("files.completeUploadExternal", Map.of()).path("error").asString())
                .isEqualTo("invalid_arguments");
        assertThat(send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/files/F1/votes.csv")))
                        .statusCode())
                .isEqualTo(404);
    }
}
