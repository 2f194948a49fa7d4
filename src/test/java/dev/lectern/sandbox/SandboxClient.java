package dev.lectern.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to a sandbox, as an app and as its page. */
final class SandboxClient {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    SandboxClient(Sandbox sandbox) {
        this(sandbox.url(), sandbox.botToken());
    }

    SandboxClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    SandboxClient withToken(String other) {
        return new SandboxClient(url, other);
    }

    /** A Web API call with a JSON body; single quotes stand for double ones. */
    JsonNode api(String method, String json) {
        return read(apiResponse(method, json));
    }

    HttpResponse<String> apiResponse(String method, String json) {
        HttpRequest.Builder request = request("/api/" + method)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(quoted(json)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    JsonNode apiForm(String method, String form) {
        return read(send(request("/api/" + method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build()));
    }

    /** A JSON call of the page; single quotes stand for double ones. */
    JsonNode post(String path, String json) {
        return read(postResponse(path, json));
    }

    HttpResponse<String> postResponse(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(quoted(json)))
                .build());
    }

    JsonNode postTo(String url, String json) {
        return read(send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(quoted(json)))
                .build()));
    }

    JsonNode get(String path) {
        return read(getResponse(path));
    }

    HttpResponse<String> getResponse(String path) {
        return send(request(path).GET().build());
    }

    Optional<JsonNode> lastMessage(String channel) {
        return get("/sandbox/channels/" + channel + "/messages")
                .path("messages")
                .valueStream()
                .reduce((one, other) -> other);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static JsonNode read(HttpResponse<String> response) {
        String body = response.body();
        return body.startsWith("{")
                ? JSON.readTree(body)
                : JSON.getNodeFactory().stringNode(body);
    }
}
