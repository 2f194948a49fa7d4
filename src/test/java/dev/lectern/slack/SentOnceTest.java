package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with two addresses that takes a request and hangs up without an answer. */
class SentOnceTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] request = socket.getInputStream().readNBytes(40);
                requests.addAndGet(new String(request, StandardCharsets.US_ASCII).startsWith("POST") ? 1 : 0);
            } catch (IOException stopped) {
                return;
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void post(OkHttpClient.Builder client) {
        Thread serving = new Thread(this::serve);
        serving.setDaemon(true);
        serving.start();
        OkHttpClient twoAddresses = client.dns(host -> List.of(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 2})))
                .build();
        Request request = new Request.Builder()
                .url("http://slack.test:" + server.getLocalPort() + "/api/chat.postMessage")
                .post(RequestBody.create(new byte[200]))
                .build();
        assertThatThrownBy(() -> twoAddresses.newCall(request).execute()).isInstanceOf(IOException.class);
    }

    @Test
    void the_client_by_itself_sends_a_request_again_to_the_other_address() {
        post(new OkHttpClient.Builder());
        assertThat(requests).hasValue(2);
    }

    @Test
    void a_request_is_sent_once() {
        post(new OkHttpClient.Builder().addInterceptor(new SentOnce()));
        assertThat(requests).hasValue(1);
    }
}
