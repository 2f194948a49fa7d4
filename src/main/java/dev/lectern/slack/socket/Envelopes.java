package dev.lectern.slack.socket;

import dev.lectern.redis.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has each envelope answered, and acknowledges it once its effect is kept. Over the socket on which it came, or another
 * where that one is closed by then: Slack goes by the envelope's id. What cannot be acknowledged comes again, and is
 * known by its request. Any thread.
 */
final class Envelopes {
    private static final Logger log = LoggerFactory.getLogger(Envelopes.class);

    private final Hearing hearing;
    private final Supplier<Optional<Socket>> another;
    private final InHand inHand = new InHand();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lectern-envelope");
        thread.setDaemon(true);
        return thread;
    });

    /** @param another a socket that is open */
    Envelopes(Hearing hearing, Supplier<Optional<Socket>> another) {
        this.hearing = hearing;
        this.another = another;
    }

    void take(Frame.Envelope envelope, Socket from) {
        inHand.begin();
        try {
            threads.execute(() -> {
                try {
                    answer(envelope, from);
                } finally {
                    inHand.end();
                }
            });
        } catch (RejectedExecutionException e) {
            inHand.end();
        }
    }

    private void answer(Frame.Envelope envelope, Socket from) {
        try {
            Hearing.Heard heard = hearing.hear(envelope.payload());
            if (heard.taken()) {
                acknowledge(acknowledgement(envelope, heard), from);
            }
        } catch (RuntimeException e) {
            log.error("an envelope could not be answered", e);
        }
    }

    private static String acknowledgement(Frame.Envelope envelope, Hearing.Heard heard) {
        ObjectNode said = Json.MAPPER.createObjectNode().put("envelope_id", envelope.id());
        if (envelope.takesAnswer()) {
            heard.answer().ifPresent(answer -> said.set("payload", Json.MAPPER.readTree(answer)));
        }
        return said.toString();
    }

    private void acknowledge(String text, Socket from) {
        if (!isSent(text, from)
                && !another.get().filter(way -> isSent(text, way)).isPresent()) {
            log.info("an envelope was done and could not be acknowledged: it may come again");
        }
    }

    private static boolean isSent(String text, Socket way) {
        try {
            way.send(text).join();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether all that came is answered, after at most that long; from then on nothing is taken. */
    boolean stopWithin(Duration patience) {
        try {
            return inHand.isEmptyWithin(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            threads.shutdown();
        }
    }
}
