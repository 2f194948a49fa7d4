package dev.lectern.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between Slack and the Lecterns: gives each request to any process that is up, in bad weather to two of
 * them, or only a part of it, or keeps the answer, or a part of it, to itself. Any thread.
 */
final class FrontDoor implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int PATIENCE_MILLIS = 2_700;

    private final ServerSocket listening;
    private final List<Child> children;
    private final Random random;
    private final ExecutorService hands = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "front-door");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong cuts = new AtomicLong();
    private final AtomicLong twice = new AtomicLong();
    private volatile boolean bad;

    /** What is done with one request. */
    private enum Way {
        PASS,
        TWICE,
        LOSE,
        HALF_REQUEST,
        HALF_ANSWER,
        KEEP_ANSWER
    }

    private record Fate(Way way, double share, List<Child> order, int delayMillis) {}

    FrontDoor(List<Child> children, Random random) {
        this.children = List.copyOf(children);
        this.random = random;
        try {
            this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hands.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void weather(boolean isBad) {
        bad = isBad;
    }

    /** How many requests or answers were lost, or came in part. */
    long cuts() {
        return cuts.get();
    }

    /** How many requests were delivered to two processes. */
    long twice() {
        return twice.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                hands.execute(() -> serve(from));
            } catch (IOException closed) {
                // Only this one line, or all of it.
            }
        }
    }

    private void serve(Socket from) {
        try (from) {
            from.setSoTimeout(PATIENCE_MILLIS);
            Optional<byte[]> request = read(from.getInputStream());
            if (request.isEmpty()) {
                return;
            }
            byte[] answer = deliver(request.get(), fate());
            from.getOutputStream().write(answer);
            from.getOutputStream().flush();
        } catch (IOException gone) {
            // Slack sees that no answer came.
        }
    }

    private synchronized Fate fate() {
        List<Child> order = new ArrayList<>(
                children.stream().filter(child -> child.port().isPresent()).toList());
        Collections.shuffle(order, random);
        double luck = random.nextDouble();
        double share = random.nextDouble();
        int delay = random.nextInt(300);
        if (!bad) {
            return new Fate(Way.PASS, share, order, 0);
        }
        Way way = way(luck);
        return new Fate(way, share, order, luck > 0.9 || way == Way.TWICE ? delay : 0);
    }

    private static Way way(double luck) {
        if (luck < 0.25) {
            return Way.TWICE;
        }
        if (luck < 0.27) {
            return Way.LOSE;
        }
        if (luck < 0.29) {
            return Way.HALF_REQUEST;
        }
        if (luck < 0.32) {
            return Way.HALF_ANSWER;
        }
        return luck < 0.36 ? Way.KEEP_ANSWER : Way.PASS;
    }

    private byte[] deliver(byte[] request, Fate fate) throws IOException {
        if (fate.order().isEmpty() || fate.way() == Way.LOSE) {
            cuts.incrementAndGet();
            return new byte[0];
        }
        return switch (fate.way()) {
            case PASS, LOSE -> {
                pause(fate.delayMillis());
                yield exchange(fate.order().get(0), request, request.length);
            }
            case TWICE -> toTwo(request, fate);
            case HALF_REQUEST -> {
                cuts.incrementAndGet();
                yield exchange(fate.order().get(0), request, (int) (request.length * fate.share()));
            }
            case HALF_ANSWER, KEEP_ANSWER -> {
                cuts.incrementAndGet();
                byte[] answer = exchange(fate.order().get(0), request, request.length);
                double share = fate.way() == Way.KEEP_ANSWER ? 0 : fate.share();
                yield Arrays.copyOf(answer, (int) (answer.length * share));
            }
        };
    }

    /** Answers only when both are done, so that nothing that the person sees comes after the answer. */
    private byte[] toTwo(byte[] request, Fate fate) throws IOException {
        twice.incrementAndGet();
        Child other = fate.order().get(fate.order().size() - 1);
        CompletableFuture<byte[]> second = CompletableFuture.supplyAsync(
                () -> {
                    pause(fate.delayMillis());
                    try {
                        return exchange(other, request, request.length);
                    } catch (IOException gone) {
                        return new byte[0];
                    }
                },
                hands);
        byte[] first = new byte[0];
        try {
            first = exchange(fate.order().get(0), request, request.length);
        } finally {
            byte[] late = second.join();
            first = first.length == 0 ? late : first;
        }
        return first;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] exchange(Child child, byte[] request, int upTo) throws IOException {
        try (Socket to =
                new Socket(InetAddress.getLoopbackAddress(), child.port().orElse(1))) {
            to.setSoTimeout(PATIENCE_MILLIS);
            to.getOutputStream().write(request, 0, upTo);
            to.getOutputStream().flush();
            if (upTo < request.length) {
                return new byte[0];
            }
            return to.getInputStream().readAllBytes();
        }
    }

    /** One whole request, which asks to close the line behind it; empty when the line ended before. */
    private static Optional<byte[]> read(InputStream in) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (true) {
            int length = in.read(chunk);
            if (length < 0) {
                return Optional.empty();
            }
            got.write(chunk, 0, length);
            String text = got.toString(StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head >= 0 && text.length() - head - 4 >= bodyLength(text.substring(0, head))) {
                return Optional.of(closing(text, head).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static int bodyLength(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static String closing(String text, int head) {
        String kept = text.substring(0, head).replaceAll("(?i)\r\n(connection|upgrade|http2-settings):[^\r]*", "");
        return kept + "\r\nConnection: close" + text.substring(head);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hands.shutdownNow();
    }
}
