package dev.lectern.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.crash.Proxy.Trip;
import dev.lectern.crash.Proxy.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private final ServerSocket server;
    private final Proxy proxy;

    ProxyTest() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = new Proxy("test", server.getLocalPort());
    }

    @AfterEach
    void nothing_stays_open() throws IOException {
        proxy.close();
        server.close();
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    @Test
    void what_is_said_goes_both_ways() throws IOException {
        try (Socket client = dial();
                Socket peer = server.accept()) {
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(peer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            peer.getOutputStream().write(new byte[] {4, 5});
            assertThat(client.getInputStream().readNBytes(2)).containsExactly(4, 5);
        }
    }

    @Test
    void half_of_an_answer_comes_and_then_the_line_is_cut() throws IOException {
        proxy.cutAt(new Trip(Way.ANSWER, 0, 2));
        try (Socket client = dial();
                Socket peer = server.accept()) {
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(peer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            peer.getOutputStream().write(new byte[] {4, 5, 6, 7});
            CompletableFuture<Integer> got = CompletableFuture.supplyAsync(() -> countUntilCut(client));
            assertThat(got.join()).isLessThanOrEqualTo(2);
        }
        assertThat(proxy.cuts()).isEqualTo(1);
    }

    /** What was underway when a line is cut may be thrown away with it. */
    private static int countUntilCut(Socket client) {
        int count = 0;
        try {
            while (client.getInputStream().read() >= 0) {
                count++;
            }
        } catch (IOException cut) {
            return count;
        }
        return count;
    }

    @Test
    void who_is_refused_gets_nobody() throws IOException {
        proxy.refuseFor(Duration.ofMinutes(1));
        assertThatThrownBy(() -> {
                    try (Socket client = dial()) {
                        client.getOutputStream().write(1);
                        if (client.getInputStream().read() < 0) {
                            throw new IOException("the end");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        proxy.calm();
        try (Socket client = dial();
                Socket peer = server.accept()) {
            client.getOutputStream().write(9);
            assertThat(peer.getInputStream().read()).isEqualTo(9);
        }
    }
}
