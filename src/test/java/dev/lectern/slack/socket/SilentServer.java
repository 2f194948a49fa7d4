package dev.lectern.slack.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opens WebSockets, says hello or not even that, and then nothing, as behind a cable that was cut. */
final class SilentServer implements AutoCloseable {
    private static final String HELLO = "{\"type\":\"hello\",\"num_connections\":1}";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final boolean saysHello;

    SilentServer(boolean saysHello) throws IOException {
        this.saysHello = saysHello;
        Thread thread = new Thread(this::serve, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link/");
    }

    /** How many sockets were opened so far. */
    int opened() {
        return open.size();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                shakeHands(socket);
                open.add(socket);
            }
        } catch (IOException | GeneralSecurityException closed) {
            // Over.
        }
    }

    private void shakeHands(Socket socket) throws IOException, GeneralSecurityException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            key = line.startsWith("Sec-WebSocket-Key: ") ? line.substring("Sec-WebSocket-Key: ".length()) : key;
        }
        byte[] proof = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream()
                .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(proof) + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        if (saysHello) {
            byte[] text = HELLO.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) text.length});
            socket.getOutputStream().write(text);
        }
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
