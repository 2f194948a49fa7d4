package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.ClassicFallback;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery;
import dev.lectern.work.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts and redraws messages in Slack. When an earlier try has no known outcome, the message is first looked for by the
 * id in its metadata; where the history scope is not granted it is posted again, since a doubled reminder is better
 * than a lost one.
 */
public final class SlackDelivery implements Delivery {
    private static final Logger log = LoggerFactory.getLogger(SlackDelivery.class);
    private static final Set<String> PASSING = Set.of(
            "ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "unreachable");
    private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private final SlackApi slack;
    private final Drawings drawings;
    private final Map<String, String> directMessages = new ConcurrentHashMap<>();

    public SlackDelivery(SlackApi slack, Drawings drawings) {
        this.slack = slack;
        this.drawings = drawings;
    }

    @Override
    public Outcome deliver(Attempt attempt) {
        Outgoing outgoing = attempt.message();
        Optional<Message> message = message(attempt.group(), outgoing);
        if (message.isEmpty()) {
            return new Outcome.Dropped();
        }
        try {
            Optional<Receipt> place =
                    attempt.before().isPresent() ? attempt.before() : lost(outgoing, attempt.unknownSince());
            String look = look(message.get());
            if (place.isEmpty()) {
                return new Outcome.Sent(post(outgoing, message.get()).showing(look));
            }
            // Of two votes in a moment the first redraw may show both already.
            if (outgoing instanceof Outgoing.Show && !place.get().look().equals(Optional.of(look))) {
                update(place.get(), message.get());
            }
            return new Outcome.Sent(place.get().showing(look));
        } catch (SlackFailure e) {
            return outcome(e);
        }
    }

    private static String look(Message message) {
        long some = UUID.nameUUIDFromBytes(BlockJson.write(message).getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return Long.toHexString(some);
    }

    private Optional<Message> message(GroupId group, Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Show show) {
            return drawings.named(show.drawing()).draw(group, show.key());
        }
        return Optional.of(BlockJson.readMessage(((Outgoing.Post) outgoing).message()));
    }

    private Optional<Receipt> lost(Outgoing outgoing, Optional<Instant> unknownSince) throws SlackFailure {
        if (unknownSince.isEmpty()) {
            return Optional.empty();
        }
        try {
            return slack.findPosted(channel(outgoing), outgoing.id(), unknownSince.get());
        } catch (SlackFailure e) {
            if (e.code().equals("missing_scope")) {
                log.warn("{} may have been posted before; without the history scope it is posted again", outgoing.id());
                return Optional.empty();
            }
            throw e;
        }
    }

    private Receipt post(Outgoing outgoing, Message message) throws SlackFailure {
        String channel = channel(outgoing);
        try {
            return slack.post(channel, message, outgoing.id());
        } catch (SlackFailure e) {
            if (!e.code().equals("invalid_blocks")) {
                throw e;
            }
            return slack.post(channel, ClassicFallback.of(message), outgoing.id());
        }
    }

    private void update(Receipt place, Message message) throws SlackFailure {
        try {
            slack.update(place, message);
        } catch (SlackFailure e) {
            if (!e.code().equals("invalid_blocks")) {
                throw e;
            }
            slack.update(place, ClassicFallback.of(message));
        }
    }

    private String channel(Outgoing outgoing) throws SlackFailure {
        String to = outgoing.to();
        if (!to.startsWith("U") && !to.startsWith("W")) {
            return to;
        }
        String known = directMessages.get(to);
        if (known != null) {
            return known;
        }
        String opened = slack.directMessagesWith(new UserId(to));
        directMessages.put(to, opened);
        return opened;
    }

    private static Outcome outcome(SlackFailure e) {
        if (GONE.contains(e.code())) {
            return new Outcome.Dropped();
        }
        if (PASSING.contains(e.code()) || e.code().startsWith("http_5") || e.unknown()) {
            return new Outcome.Later(e.retryAfter(), e.unknown(), e.toString());
        }
        return new Outcome.Refused(e.toString());
    }
}
