package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer of Slack, or of something before it, says about what was done. */
class SlackFailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'ok':false,'error':'internal_error'}      | internal_error      | true  | true",
                "200 | {'ok':false,'error':'fatal_error'}         | fatal_error         | true  | true",
                "200 | {'ok':false,'error':'service_unavailable'} | service_unavailable | true  | true",
                "200 | {'ok':false,'error':'request_timeout'}     | request_timeout     | false | true",
                "200 | {'ok':false,'error':'team_added_to_org'}   | team_added_to_org   | false | true",
                "200 | {'ok':false,'error':'ratelimited'}         | ratelimited         | false | true",
                "200 | {'ok':false,'error':'channel_not_found'}   | channel_not_found   | false | false",
                "200 | {'ok':false}                               | unknown             | false | false",
                "200 | <html>Please log in to the network</html>  | unreadable          | true  | true",
                "502 | <html>Bad gateway</html>                   | http_502            | true  | true",
                "503 | {'ok':false,'error':'service_unavailable'} | http_503            | true  | true",
                "408 | {'ok':false,'error':'request_timeout'}     | http_408            | false | true",
                "404 | nothing                                    | http_404            | false | false"
            })
    void an_answer_tells_what_may_have_been_done_and_whether_to_come_again(
            int status, String body, String code, boolean unknown, boolean passing) throws Exception {
        SlackFailure failure = asked(status, body);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.unknown()).as("may have been done").isEqualTo(unknown);
        assertThat(failure.isPassing()).as("may be tried again").isEqualTo(passing);
    }

    private static SlackFailure asked(int status, String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
        try (SlackApi slack = new SlackApi(url, "xoxb-none")) {
            return catchThrowableOfType(SlackFailure.class, slack::whoAmI);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "7, 7", "soon, 1"})
    void slack_is_given_the_time_that_it_asks_for_a_second_at_least(String header, int seconds) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
        try (SlackApi slack = new SlackApi(url, "xoxb-none")) {
            SlackFailure failure = catchThrowableOfType(SlackFailure.class, slack::whoAmI);
            assertThat(failure.retryAfter().orElseThrow()).hasSeconds(seconds);
            assertThat(failure.unknown()).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void where_nobody_listens_nothing_was_done() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (SlackApi slack = new SlackApi("http://127.0.0.1:" + port + "/api/", "xoxb-none")) {
            SlackFailure failure = catchThrowableOfType(SlackFailure.class, slack::whoAmI);
            assertThat(failure.code()).isEqualTo("unreachable");
            assertThat(failure.unknown()).isFalse();
            assertThat(failure.isPassing()).isTrue();
        }
    }
}
