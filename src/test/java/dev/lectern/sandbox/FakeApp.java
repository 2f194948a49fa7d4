package dev.lectern.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** An app of few words: answers every request with what a test says. */
final class FakeApp implements AutoCloseable {
    record Answer(int status, String contentType, String body) {
        static Answer empty() {
            return new Answer(200, "text/plain", "");
        }

        static Answer json(String json) {
            return new Answer(200, "application/json", SandboxClient.quoted(json));
        }
    }

    record Request(Map<String, String> headers, String body) {
        Map<String, String> form() {
            Map<String, String> form = new HashMap<>();
            for (String field : List.of(body.split("&"))) {
                int at = field.indexOf('=');
                form.put(field.substring(0, at), URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
            }
            return form;
        }

        JsonNode payload() {
            return SandboxClient.JSON.readTree(form().getOrDefault("payload", "{}"));
        }

        String field(String name) {
            return form().getOrDefault(name, "");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Request, Answer> behaviour = request -> Answer.empty();

    FakeApp(Sandbox sandbox) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            Request request =
                    new Request(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Answer answer = behaviour.apply(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        sandbox.connect(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
    }

    void answering(Function<Request, Answer> other) {
        behaviour = other;
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
