package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a page that answers as the sandbox does when its app is too slow. */
class SandboxClientTest {
    private static final String TOO_LATE = "{\"ok\":true,\"text\":\"Slack did not let me open the form.\"}";
    private static final String OPENED = "{\"ok\":true,\"view\":{\"id\":\"V7\"}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int lateTimes;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String answer = !path.endsWith("commands") ? closed(path) : lateTimes-- > 0 ? TOO_LATE : OPENED;
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String closed(String path) {
        return path.contains("V7") ? "{\"result\":\"closed\"}" : "{\"error\":\"There is no such form.\"}";
    }

    private void setUp() {
        new SandboxClient("http://127.0.0.1:" + server.getAddress().getPort())
                .setUp("U0ADA", "C0READING", Map.of("topics", "tea"));
    }

    @Test
    void a_form_that_does_not_open_in_time_is_asked_for_again_as_a_person_would() {
        lateTimes = 2;
        setUp();
        assertThat(asked)
                .containsExactly(
                        "/sandbox/commands", "/sandbox/commands", "/sandbox/commands", "/sandbox/views/V7/submit");
    }

    @Test
    void one_that_never_opens_is_not_asked_for_for_ever() {
        lateTimes = Integer.MAX_VALUE;
        assertThatIllegalStateException().isThrownBy(this::setUp).withMessageContaining("could not be set up");
        assertThat(asked).hasSizeBetween(2, 10);
    }
}
