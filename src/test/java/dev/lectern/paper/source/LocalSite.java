package dev.lectern.paper.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A web server on loopback that answers what a test lays down, and a plain way to ask it. */
public final class LocalSite implements Site, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Laid> pages = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private record Laid(int status, String type, byte[] body) {}

    public LocalSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path
                    + (body.length == 0 ? "" : " " + new String(body, StandardCharsets.UTF_8)));
            Laid laid = pages.getOrDefault(path, new Laid(404, "text/plain", new byte[0]));
            exchange.getResponseHeaders().set("Content-Type", laid.type());
            exchange.sendResponseHeaders(laid.status(), laid.body().length == 0 ? -1 : laid.body().length);
            exchange.getResponseBody().write(laid.body());
            exchange.close();
        });
        server.start();
    }

    /** @param path with its query */
    public LocalSite lay(String path, int status, String type, String body) {
        pages.put(path, new Laid(status, type, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public LocalSite lay(String path, String type, String body) {
        return lay(path, 200, type, body);
    }

    /** The requests so far: method, path with query, and body. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String address(String path) {
        return address() + path;
    }

    @Override
    public Answer get(URI address) throws SourceTrouble {
        return ask(HttpRequest.newBuilder(address).GET());
    }

    @Override
    public Answer post(URI address, String json) throws SourceTrouble {
        return ask(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer ask(HttpRequest.Builder request) throws SourceTrouble {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 && response.statusCode() != 404 && response.statusCode() != 410) {
                throw new SourceTrouble(SourceTrouble.Kind.LATER, "the site answers " + response.statusCode());
            }
            String type = Optional.ofNullable(response.headers().map().get("content-type"))
                    .map(values -> values.get(0).split(";")[0].strip())
                    .orElse("");
            return new Answer(request.build().uri(), response.statusCode(), type, response.body());
        } catch (IOException e) {
            throw new SourceTrouble(SourceTrouble.Kind.LATER, "the site is down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceTrouble(SourceTrouble.Kind.LATER, "nobody waited for the site", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
