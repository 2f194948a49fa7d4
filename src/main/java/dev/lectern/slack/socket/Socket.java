package dev.lectern.slack.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One WebSocket: text in whole, text out one after the other, and whether the other end still lives. Any thread. */
final class Socket {
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    /** Slack's largest requests are far below. */
    private static final int LONGEST = 10_000_000;

    private static final int NORMAL = 1000;

    /** What happens on a socket, one after the other. */
    interface Listener {
        void text(Socket socket, String text);

        /** Nothing comes any more. Said once. */
        void closed(Socket socket, String why);
    }

    private final Listener listener;
    private final StringBuilder half = new StringBuilder();
    private @Nullable WebSocket line;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile long heardAt = System.nanoTime();
    private boolean closed;

    private Socket(Listener listener) {
        this.listener = listener;
    }

    /** @throws CouldNotOpen when nobody is there, or they want no socket */
    static Socket open(HttpClient http, URI address, Listener listener) throws CouldNotOpen {
        Socket socket = new Socket(listener);
        CompletableFuture<WebSocket> opening =
                http.newWebSocketBuilder().connectTimeout(HANDSHAKE).buildAsync(address, socket.new Ears());
        try {
            socket.opened(opening.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS));
            return socket;
        } catch (ExecutionException e) {
            throw new CouldNotOpen(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            opening.cancel(true);
            throw new CouldNotOpen("nobody answered within " + HANDSHAKE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CouldNotOpen("interrupted");
        }
    }

    /** There is no socket at that address now. */
    static final class CouldNotOpen extends Exception {
        private static final long serialVersionUID = 1L;

        private CouldNotOpen(String why) {
            super(why);
        }
    }

    private synchronized void opened(WebSocket opened) {
        line = opened;
    }

    /** Completes when the text is on its way, exceptionally when the socket is closed. */
    synchronized CompletableFuture<?> send(String text) {
        return next(open -> open.sendText(text, true));
    }

    synchronized void ping() {
        var unused = next(open -> open.sendPing(ByteBuffer.allocate(0))).exceptionally(gone -> null);
    }

    /** Says goodbye; what is heard before the other end does so, too, is heard still. */
    synchronized CompletableFuture<?> close() {
        return next(open -> open.sendClose(NORMAL, ""));
    }

    /** Java's socket takes one thing at a time. */
    private CompletableFuture<?> next(java.util.function.Function<WebSocket, CompletionStage<?>> what) {
        WebSocket open = line;
        if (open == null || closed) {
            return CompletableFuture.failedFuture(new CompletionException("the socket is closed", null));
        }
        sending = sending.handle((done, failed) -> done).thenCompose(done -> what.apply(open));
        return sending;
    }

    /** Lets go at once. */
    void abort(String why) {
        synchronized (this) {
            if (line != null) {
                line.abort();
            }
        }
        ended(why);
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** How long ago anything came, be it an answer to a ping. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    private void ended(String why) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        listener.closed(this, why);
    }

    private final class Ears implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket opened) {
            opened(opened);
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heardAt = System.nanoTime();
            half.append(data);
            if (half.length() > LONGEST) {
                abort("what came was too long");
                return null;
            }
            if (last) {
                String whole = half.toString();
                half.setLength(0);
                listener.text(Socket.this, whole);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            heardAt = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            heardAt = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended("closed with " + status + (reason.isEmpty() ? "" : " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(String.valueOf(error));
        }
    }
}
