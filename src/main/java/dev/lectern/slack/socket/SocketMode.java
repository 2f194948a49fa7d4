package dev.lectern.slack.socket;

import dev.lectern.slack.SlackFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a socket to Slack open: opens the next before Slack closes one, and another whenever one breaks, after pauses
 * that grow. Any thread may ask; one thread of its own opens and closes.
 *
 * <p>Bolt's own client closes the socket at the first word of a refresh, with what is in hand still unanswered, and
 * looks every five seconds whether one is broken; so this speaks Slack's protocol itself, over Java's own WebSocket.
 */
public final class SocketMode implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SocketMode.class);
    private static final String CLOSING = "Lectern stops";
    /** Slack gives up on a request after three. */
    private static final Duration FINISHING = Duration.ofSeconds(4);

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Addresses addresses;
    private final Timing timing;
    private final Envelopes envelopes;
    private final HttpClient http = HttpClient.newHttpClient();
    private final OneThread thread = new OneThread("lectern-socket");
    /** All that are open, also those that are about to be left. */
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private volatile Optional<Ready> ready = Optional.empty();
    private volatile String trouble = "no socket to Slack is open yet";
    private volatile boolean stopping;
    /** The one that has not said hello yet. */
    private Optional<Socket> awaited = Optional.empty();

    private boolean wanted = true;
    private Optional<Future<?>> retry = Optional.empty();
    private int failures;

    /** A socket of use; {@code since} by the machine's nanoseconds. */
    private record Ready(Socket socket, long since) {
        boolean is(Socket other) {
            return socket == other;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    public SocketMode(Addresses addresses, Hearing hearing) {
        this(addresses, hearing, Timing.USUAL);
    }

    SocketMode(Addresses addresses, Hearing hearing, Timing timing) {
        this.addresses = addresses;
        this.timing = timing;
        this.envelopes = new Envelopes(hearing, () -> ready.map(Ready::socket).filter(Socket::isOpen));
    }

    /**
     * Opens the first socket; where that is only not possible now, it is tried again on and on.
     *
     * @throws SlackFailure when Slack refuses for a reason that somebody has to mend
     */
    public void start() throws SlackFailure {
        try {
            thread.now(this::openFirst);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SlackFailure refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
        thread.every(timing.ping(), this::lookAfter);
    }

    private @Nullable Void openFirst() throws SlackFailure {
        try {
            open(addresses.next());
        } catch (SlackFailure e) {
            if (SocketTrouble.isForSomebodyToMend(e.code())) {
                throw e;
            }
            failed(SocketTrouble.sentence(e.code()), e.retryAfter());
        }
        return null;
    }

    /** What keeps Slack's requests away now, in one sentence without a stop; empty while a socket is open. */
    public Optional<String> problem() {
        return ready.filter(now -> now.socket().isOpen()).isPresent() ? Optional.empty() : Optional.of(trouble);
    }

    private void openNext() {
        retry = Optional.empty();
        if (stopping || !wanted || awaited.isPresent()) {
            return;
        }
        try {
            open(addresses.next());
        } catch (SlackFailure e) {
            failed(SocketTrouble.sentence(e.code()), e.retryAfter());
        } catch (RuntimeException e) {
            log.error("opening a socket failed", e);
            failed("a socket could not be opened (" + e.getClass().getSimpleName() + ")", Optional.empty());
        }
    }

    private void open(URI address) {
        try {
            Socket opened = Socket.open(http, address, new Ears());
            sockets.add(opened);
            awaited = Optional.of(opened);
            thread.later(timing.silence(), () -> {
                if (isAwaited(opened)) {
                    opened.abort("it said nothing");
                }
            });
        } catch (Socket.CouldNotOpen e) {
            failed(
                    "a socket to " + address.getHost() + " could not be opened (" + e.getMessage()
                            + "): is there a way there from here, such as through a proxy?",
                    Optional.empty());
        }
    }

    private boolean isAwaited(Socket socket) {
        return awaited.filter(socket::equals).isPresent();
    }

    private boolean isReady(Socket socket) {
        return ready.filter(now -> now.is(socket)).isPresent();
    }

    private void failed(String why, Optional<Duration> atLeast) {
        failures++;
        trouble = why;
        Duration pause = Duration.ofMillis(timing.pauses().apply(failures));
        Duration wait = atLeast.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        log.warn("{}; next try in {} ms", why, wait.toMillis());
        retry.ifPresent(planned -> planned.cancel(false));
        retry = thread.later(wait, this::openNext);
    }

    private void lookAfter() {
        for (Socket socket : sockets) {
            if (socket.silence().compareTo(timing.silence()) > 0) {
                socket.abort("no sign of life for " + socket.silence().toSeconds() + " s");
            } else {
                socket.ping();
            }
        }
    }

    /** What a socket tells is looked at on the one thread, but for envelopes, which wait for nobody. */
    private final class Ears implements Socket.Listener {
        @Override
        public void text(Socket socket, String text) {
            Frame frame = Frame.read(text);
            if (frame instanceof Frame.Envelope envelope) {
                envelopes.take(envelope, socket);
            } else if (frame instanceof Frame.Hello hello) {
                thread.soon(() -> opened(socket, hello));
            } else if (frame instanceof Frame.Disconnect disconnect) {
                thread.soon(() -> leaving(socket, disconnect));
            }
        }

        @Override
        public void closed(Socket socket, String why) {
            thread.soon(() -> gone(socket, why));
        }
    }

    private void opened(Socket socket, Frame.Hello hello) {
        if (!isAwaited(socket)) {
            return;
        }
        awaited = Optional.empty();
        wanted = false;
        Optional<Ready> before = ready;
        ready = Optional.of(new Ready(socket, System.nanoTime()));
        log.info("a socket to Slack is open, one of {}", hello.connections());
        before.ifPresent(old -> thread.later(timing.leave(), () -> leave(old.socket())));
    }

    /** By then nothing of it is in hand any more. */
    private void leave(Socket old) {
        var unused = old.close().exceptionally(closed -> null);
        thread.later(GOODBYE, () -> old.abort("left"));
    }

    /** Slack says so some seconds before it closes: the next one is to be open by then. */
    private void leaving(Socket socket, Frame.Disconnect disconnect) {
        log.info("Slack is about to close a socket: {}", disconnect.reason());
        if (disconnect.isSwitchedOff()) {
            ready = Optional.empty();
            awaited = Optional.empty();
            wanted = true;
            leave(socket);
            failed(SocketTrouble.SWITCHED_OFF, Optional.of(timing.off()));
        } else if (isReady(socket)) {
            another("Slack closes a socket that it opened just now (" + disconnect.reason() + ")");
        }
    }

    private void gone(Socket socket, String why) {
        sockets.remove(socket);
        log.info("a socket to Slack is closed: {}", why);
        if (stopping) {
            return;
        }
        if (isAwaited(socket)) {
            awaited = Optional.empty();
            failed("Slack closed a socket before it was of use (" + why + ")", Optional.empty());
        } else if (isReady(socket)) {
            trouble = "the socket to Slack broke (" + why + ") and is being opened again";
            another(trouble);
            ready = Optional.empty();
        }
    }

    /** At once in place of one that served its time; else Slack would be asked over and over. */
    private void another(String why) {
        boolean served =
                ready.filter(old -> old.age().compareTo(timing.brief()) > 0).isPresent();
        wanted = true;
        if (awaited.isPresent() || retry.isPresent()) {
            return;
        }
        if (served) {
            failures = 0;
            openNext();
        } else {
            failed(why, Optional.empty());
        }
    }

    /**
     * Answers what is in hand, for four seconds at most, and says goodbye. What comes after that is not taken: Slack
     * brings it to another.
     */
    @Override
    public void close() {
        stopping = true;
        trouble = CLOSING;
        thread.stop();
        if (!envelopes.stopWithin(FINISHING)) {
            log.warn("stopped with envelopes still in hand after {}", FINISHING);
        }
        for (Socket socket : sockets) {
            try {
                socket.close().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                log.debug("a socket was closed without goodbye");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            socket.abort(CLOSING);
        }
    }
}
