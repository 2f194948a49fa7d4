package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Vocabulary;
import dev.lectern.work.Delivery;
import dev.lectern.work.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts and redraws messages in Slack, at Slack's pace. When an earlier try has no known outcome, the message is first
 * looked for by the mark in its metadata; where that can't be told, the message itself says whether it may rather be
 * there twice or not at all. Any thread may use it.
 */
public final class SlackDelivery implements Delivery {
    private static final Logger log = LoggerFactory.getLogger(SlackDelivery.class);
    /** Somebody took the message away, or closed it for changes: so be it. */
    private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private static final String INVALID_BLOCKS = "invalid_blocks";

    /** How far Slack's clock and ours may be apart. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** Of a conversation's newest messages so many are looked at, if all of them are new enough. */
    private static final int LOOK_BACK = 200;

    private final SlackApi slack;
    private final Drawings drawings;
    private final PaceStore paces;
    private final Map<String, String> directMessages = new ConcurrentHashMap<>();
    /** Of workspaces that refused a message, which blocks they know; asked anew after a restart. */
    private final Map<TeamId, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    public SlackDelivery(SlackApi slack, Drawings drawings, PaceStore paces) {
        this.slack = slack;
        this.drawings = drawings;
        this.paces = paces;
    }

    @Override
    public Outcome deliver(Attempt attempt) {
        if (attempt.message() instanceof Outgoing.Attach attach) {
            return attached(attempt, attach);
        }
        try {
            Optional<Message> message = message(attempt.group(), attempt.message());
            if (message.isEmpty()) {
                return new Outcome.Dropped();
            }
            return attempt.before().isPresent()
                    ? shown(attempt, attempt.before().get(), message.get())
                    : posted(attempt, message.get());
        } catch (NotNow e) {
            return new Outcome.Later(
                    e.failure().retryAfter(), false, e.failure().reason());
        } catch (SlackFailure e) {
            return outcome(attempt, e);
        }
    }

    /** A courtesy: where it can't be shown, nothing is missing, and nobody is told. */
    private Outcome attached(Attempt attempt, Outgoing.Attach attach) {
        try {
            return new Outcome.Sent(call(
                    attempt,
                    Pace.unfurling(),
                    () -> slack.unfurl(attach.to(), attach.ts(), new Unfurls(attach.content()))));
        } catch (SlackFailure e) {
            if (e.passing()) {
                return new Outcome.Later(e.retryAfter(), e.unknown(), e.reason());
            }
            log.info("{}: {} is not shown: {}", attempt.group(), id(attempt), e.code());
            return new Outcome.Dropped();
        }
    }

    private Optional<Message> message(GroupId group, Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Show show) {
            return drawings.named(show.drawing()).draw(group, show.key());
        }
        return Optional.of(BlockJson.readMessage(((Outgoing.Post) outgoing).message()));
    }

    private Outcome posted(Attempt attempt, Message message) throws SlackFailure {
        String channel = channel(attempt);
        if (attempt.unknownSince().isPresent()) {
            LookUp found = lookUp(attempt, channel, attempt.unknownSince().get());
            if (found.place().isPresent()) {
                return shown(attempt, found.place().get(), message);
            }
            if (!found.sure() && attempt.message().whenUnsure() == Outgoing.Unsure.LEAVE) {
                log.warn("{}: {} may be there and can't be looked for: not repeated", attempt.group(), id(attempt));
                return new Outcome.Dropped();
            }
        }
        return new Outcome.Sent(post(attempt, channel, message).showing(look(message)));
    }

    private Outcome shown(Attempt attempt, Receipt place, Message message) throws SlackFailure {
        String look = look(message);
        // Of two votes in a moment the first redraw may show both already.
        if (attempt.message() instanceof Outgoing.Show && !place.look().equals(Optional.of(look))) {
            update(attempt, place, message);
        }
        return new Outcome.Sent(place.showing(look));
    }

    private static String look(Message message) {
        long some = UUID.nameUUIDFromBytes(BlockJson.write(message).getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return Long.toHexString(some);
    }

    /** @param sure whether the message would have been found if it were there */
    private record LookUp(Optional<Receipt> place, boolean sure) {
        static final LookUp UNSURE = new LookUp(Optional.empty(), false);
        static final LookUp NOT_THERE = new LookUp(Optional.empty(), true);
    }

    private LookUp lookUp(Attempt attempt, String channel, Instant since) throws SlackFailure {
        try {
            return lookThrough(attempt, channel, since.minus(CLOCKS_DIFFER));
        } catch (SlackFailure e) {
            if (e.code().equals("missing_scope")) {
                log.debug("{}: {} can't be looked for without the history scope", attempt.group(), id(attempt));
                return LookUp.UNSURE;
            }
            throw e;
        }
    }

    private LookUp lookThrough(Attempt attempt, String channel, Instant oldest) throws SlackFailure {
        Mark mark = mark(attempt);
        HistoryPage page = history(attempt, channel, Optional.empty());
        int seen = page.entries().size();
        Optional<String> ts = page.find(mark);
        while (ts.isEmpty() && page.next().isPresent() && !page.reachesBefore(oldest)) {
            if (seen >= LOOK_BACK) {
                return LookUp.UNSURE;
            }
            page = history(attempt, channel, page.next());
            seen += page.entries().size();
            ts = page.find(mark);
        }
        return ts.map(found -> new LookUp(Optional.of(new Receipt(channel, found)), true))
                .orElse(LookUp.NOT_THERE);
    }

    private HistoryPage history(Attempt attempt, String channel, Optional<String> cursor) throws SlackFailure {
        return call(attempt, Pace.lookingUp(), () -> slack.history(channel, cursor));
    }

    private Receipt post(Attempt attempt, String channel, Message message) throws SlackFailure {
        return say(attempt, Pace.posting(channel), message, said -> slack.post(channel, said, mark(attempt)));
    }

    private void update(Attempt attempt, Receipt place, Message message) throws SlackFailure {
        say(attempt, Pace.redrawing(place), message, said -> slack.update(place, said));
    }

    /** In the blocks that the workspace knows. */
    private <T> T say(Attempt attempt, Pace pace, Message message, Saying<T> saying) throws SlackFailure {
        TeamId team = attempt.group().team();
        Vocabulary known = vocabularies.getOrDefault(team, Vocabulary.NEWEST);
        while (true) {
            Message said = known.of(message);
            try {
                return call(attempt, pace, () -> saying.say(said));
            } catch (SlackFailure e) {
                Optional<Vocabulary> less = known.lessFor(message);
                if (!e.code().equals(INVALID_BLOCKS) || less.isEmpty()) {
                    throw e;
                }
                known = less.get();
                // Noted before the other try, for which there may be no room now.
                vocabularies.put(team, known);
                log.info("{} does not take newer blocks: what goes there is {} from now on", team, known);
            }
        }
    }

    private String channel(Attempt attempt) throws SlackFailure {
        String to = attempt.message().to();
        if (!to.startsWith("U") && !to.startsWith("W")) {
            return to;
        }
        String known = directMessages.get(to);
        if (known != null) {
            return known;
        }
        String opened = call(attempt, Pace.opening(), () -> slack.directMessagesWith(new UserId(to)));
        directMessages.put(to, opened);
        return opened;
    }

    @FunctionalInterface
    private interface Saying<T> {
        T say(Message message) throws SlackFailure;
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws SlackFailure;
    }

    /** Under the right to deliver, and where Slack's limits leave room for it. */
    private <T> T call(Attempt attempt, Pace pace, Call<T> call) throws SlackFailure {
        Optional<Duration> wait = paces.take(attempt.group().team(), pace);
        if (wait.isPresent()) {
            throw SlackFailure.paced(pace.method(), wait.get());
        }
        attempt.hold().keep();
        try {
            return call.make();
        } catch (SlackFailure e) {
            e.retryAfter().ifPresent(until -> paces.close(attempt.group().team(), pace.method(), until));
            throw e;
        }
    }

    private static Mark mark(Attempt attempt) {
        return new Mark(id(attempt), attempt.group(), attempt.hold().fence());
    }

    private static String id(Attempt attempt) {
        return attempt.message().id();
    }

    private Outcome outcome(Attempt attempt, SlackFailure e) {
        if (e.code().equals(INVALID_BLOCKS)) {
            // It was the message, then, and not the workspace.
            vocabularies.remove(attempt.group().team());
        }
        if (GONE.contains(e.code())) {
            log.info("{}: {} can't be redrawn any more: {}", attempt.group(), id(attempt), e.code());
            return new Outcome.Dropped();
        }
        if (e.passing()) {
            return new Outcome.Later(e.retryAfter(), e.unknown(), e.reason());
        }
        return new Outcome.Refused(e.reason());
    }
}
