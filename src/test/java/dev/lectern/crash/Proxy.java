package dev.lectern.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A line between two parties that cuts, delays, sends halves and refuses when told to. Any thread. */
final class Proxy implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final int target;
    private final ServerSocket listening;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trip> trip = new AtomicReference<>(Trip.NONE);
    private final AtomicLong cuts = new AtomicLong();
    private volatile long refusingUntil = System.nanoTime();
    private volatile long slowUntil = System.nanoTime();
    private volatile long slowMillis;

    /** Which way something goes. */
    enum Way {
        REQUEST,
        ANSWER
    }

    /**
     * Cuts a line in the middle of what goes over it.
     *
     * @param chunks how many pieces still go through whole, in that way
     * @param bytes how much of the next one still goes through
     */
    record Trip(Way way, int chunks, int bytes) {
        static final Trip NONE = new Trip(Way.REQUEST, Integer.MAX_VALUE, 0);

        private Trip next(Way passing) {
            return this == NONE || passing != way ? this : new Trip(way, chunks - 1, bytes);
        }
    }

    Proxy(String name, int target) {
        this.target = target;
        try {
            this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(name, this::accept);
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many lines were cut so far. */
    long cuts() {
        return cuts.get();
    }

    void cutAll() {
        lines.forEach(Line::cut);
    }

    void cutAt(Trip newTrip) {
        trip.set(newTrip);
    }

    /** Nobody gets through for so long. */
    void refuseFor(Duration length) {
        refusingUntil = System.nanoTime() + length.toNanos();
        cutAll();
    }

    /** Everything takes so much longer, for so long. */
    void delayFor(Duration length, Duration each) {
        slowMillis = each.toMillis();
        slowUntil = System.nanoTime() + length.toNanos();
    }

    /** From now on all is well. */
    void calm() {
        trip.set(Trip.NONE);
        refusingUntil = System.nanoTime();
        slowUntil = System.nanoTime();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                if (System.nanoTime() - refusingUntil < 0) {
                    reset(from);
                } else {
                    connect(from);
                }
            } catch (IOException closed) {
                // Only this one line, or all of it.
            }
        }
    }

    private void connect(Socket from) throws IOException {
        try {
            Line line = new Line(from, new Socket(InetAddress.getLoopbackAddress(), target));
            lines.add(line);
            inBackground("request", () -> line.pump(Way.REQUEST));
            inBackground("answer", () -> line.pump(Way.ANSWER));
        } catch (IOException nobodyThere) {
            reset(from);
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is cut all the same.
        }
    }

    private final class Line {
        private final Socket from;
        private final Socket to;

        Line(Socket from, Socket to) throws IOException {
            this.from = from;
            this.to = to;
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
        }

        void pump(Way way) {
            byte[] chunk = new byte[CHUNK];
            try (from;
                    to) {
                InputStream in = (way == Way.REQUEST ? from : to).getInputStream();
                OutputStream out = (way == Way.REQUEST ? to : from).getOutputStream();
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    if (System.nanoTime() - slowUntil < 0) {
                        Thread.sleep(slowMillis);
                    }
                    Trip now = trip.getAndUpdate(current -> current.next(way));
                    if (now != Trip.NONE
                            && now.way() == way
                            && now.chunks() <= 0
                            && trip.getAndSet(Trip.NONE) != Trip.NONE) {
                        out.write(chunk, 0, Math.min(length, now.bytes()));
                        out.flush();
                        cut();
                        return;
                    }
                    out.write(chunk, 0, length);
                    out.flush();
                }
            } catch (IOException gone) {
                // The other way ends with it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lines.remove(this);
            }
        }

        void cut() {
            if (lines.remove(this)) {
                cuts.incrementAndGet();
                reset(from);
                reset(to);
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::cut);
    }
}
