package dev.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whether Lectern is ready, and how it stops. */
class WebServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();

    private static WebServer server(Supplier<Optional<String>> problem) {
        return new WebServer(
                "127.0.0.1",
                0,
                new WebServer.Served(Optional.empty(), (token, alarms) -> Optional.empty(), Optional.empty(), problem));
    }

    private HttpResponse<String> get(WebServer server, String path) throws Exception {
        return http.send(request(server.port(), path), BodyHandlers.ofString());
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    @Test
    void it_is_ready_while_nothing_is_wrong() throws Exception {
        try (WebServer server = server(Optional::empty)) {
            HttpResponse<String> answer = get(server, "/readyz");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ready\n");
        }
    }

    @Test
    void what_is_wrong_is_said_while_it_lives() throws Exception {
        try (WebServer server = server(() -> Optional.of("Redis is full: give it more memory"))) {
            HttpResponse<String> answer = get(server, "/readyz");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("Redis is full: give it more memory\n");
            assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    /** A request that takes its time; the server is told to stop while it is in hand. */
    @Test
    void a_request_in_hand_is_finished_and_nothing_else_is_taken_on() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        WebServer server = server(() -> slowly(inHand, goOn));
        int port = server.port();
        try (Socket open = new Socket("127.0.0.1", port)) {
            assertThat(ask(open, "/healthz")).startsWith("HTTP/1.1 200");
            CompletableFuture<HttpResponse<String>> slow =
                    http.sendAsync(request(port, "/readyz"), BodyHandlers.ofString());
            assertThat(inHand.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
            Awaitility.await("nobody else gets in")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                            .isInstanceOf(ConnectException.class));
            String whileStopping = ask(open, "/readyz");
            // Longer than a connection that nobody uses is left open.
            TimeUnit.MILLISECONDS.sleep(1000);
            assertThat(stop).isNotDone();
            goOn.countDown();

            assertThat(whileStopping).startsWith("HTTP/1.1 503").endsWith("stopping");
            assertThat(slow.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).body()).isEqualTo("finished\n");
            stop.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void a_request_that_never_ends_does_not_keep_it_from_stopping() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        WebServer server = server(() -> slowly(inHand, never));
        var unused = http.sendAsync(request(server.port(), "/readyz"), BodyHandlers.ofString());
        assertThat(inHand.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        try {
            CompletableFuture.runAsync(server::close).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            never.countDown();
        }
    }

    private static Optional<String> slowly(CountDownLatch inHand, CountDownLatch goOn) {
        inHand.countDown();
        try {
            goOn.await();
            return Optional.of("finished");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** On a connection that stays open, as a proxy's does; the answer's first and last line. */
    private static String ask(Socket connection, String path) throws IOException {
        connection
                .getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: lectern\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String status = answer.readLine();
        String line;
        while ((line = answer.readLine()) != null && !line.isEmpty()) {
            // The headers do not matter.
        }
        return status + " " + answer.readLine();
    }
}
