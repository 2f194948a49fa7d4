package dev.lectern.slack;

import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery;
import dev.lectern.work.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to Slack, at Slack's pace. When an earlier try has no known outcome, the message is first looked for by
 * the mark in its metadata; where that can't be told, the message itself says whether it may rather be there twice or not
 * at all. Any thread may use it.
 */
public final class SlackDelivery implements Delivery {
    private static final Logger log = LoggerFactory.getLogger(SlackDelivery.class);
    /** Somebody took the message away, closed it for changes, or has no account any more: so be it. */
    private static final Set<String> GONE = Set.of(
            "message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found", "user_disabled");

    /** The whole channel takes nothing from us, until somebody invites us, or opens it. */
    private static final Set<String> CLOSED = Set.of(
            "not_in_channel",
            "channel_not_found",
            "is_archived",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel");

    private final Workspaces workspaces;
    private final Drawings drawings;
    private final Scenes scenes;
    private final PacedCalls calls;
    private final Recipients recipients;
    private final LookBack lookBack;
    private final Posting posting;
    private final FileDelivery files;

    public SlackDelivery(Workspaces workspaces, Drawings drawings, Scenes scenes, PaceStore paces) {
        this.workspaces = workspaces;
        this.drawings = drawings;
        this.scenes = scenes;
        this.calls = new PacedCalls(paces);
        this.recipients = new Recipients(workspaces, calls);
        this.lookBack = new LookBack(workspaces, calls);
        this.posting = new Posting(workspaces, calls);
        this.files = new FileDelivery(recipients, lookBack, new Uploads(workspaces, calls), posting);
    }

    @Override
    public Outcome deliver(Attempt attempt) {
        if (attempt.message() instanceof Outgoing.Attach attach) {
            return attached(attempt, attach);
        }
        try {
            if (attempt.message() instanceof Outgoing.Files some) {
                Optional<FileMessage> drawn =
                        drawn(attempt, () -> drawings.filesNamed(some.drawing()).draw(attempt.group(), some.key()));
                return drawn.isPresent() ? files.deliver(attempt, drawn.get()) : new Outcome.Dropped();
            }
            Optional<Message> message = message(attempt);
            if (message.isEmpty() || isWithoutItsThread(attempt)) {
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
            return new Outcome.Sent(calls.call(
                    attempt,
                    Pace.unfurling(),
                    () -> workspaces
                            .of(attempt.group().team())
                            .messages()
                            .unfurl(attach.to(), attach.ts(), new Unfurls(attach.content()))));
        } catch (SlackFailure e) {
            if (e.isPassing()) {
                return new Outcome.Later(e.retryAfter(), e.unknown(), e.reason());
            }
            log.info("{}: {} is not shown: {}", attempt.group(), id(attempt), e.code());
            return new Outcome.Dropped();
        }
    }

    private Optional<Message> message(Attempt attempt) {
        if (attempt.message() instanceof Outgoing.Show show) {
            return drawn(attempt, () -> drawings.named(show.drawing()).draw(attempt.group(), show.key()));
        }
        return Optional.of(BlockJson.readMessage(((Outgoing.Post) attempt.message()).message()));
    }

    /** In the language of whoever will read it. */
    private <T> T drawn(Attempt attempt, Supplier<T> drawing) {
        return Recipients.member(attempt)
                .map(member -> scenes.before(member, attempt.group(), drawing))
                .orElseGet(() -> scenes.in(attempt.group(), drawing));
    }

    /** The message above it is not there, so there is no place for this one. */
    private static boolean isWithoutItsThread(Attempt attempt) {
        boolean without =
                attempt.message().inThreadOf().isPresent() && attempt.thread().isEmpty();
        if (without) {
            log.info("{}: {} has no thread to go to: not sent", attempt.group(), id(attempt));
        }
        return without;
    }

    private Outcome posted(Attempt attempt, Message message) throws SlackFailure {
        String channel = recipients.conversation(attempt);
        if (attempt.unknownSince().isPresent()) {
            LookBack.Found found =
                    found(attempt, channel, message, attempt.unknownSince().get());
            if (found.place().isPresent()) {
                return shown(attempt, found.place().get(), message);
            }
            if (!found.sure() && attempt.message().whenUnsure() == Outgoing.Unsure.LEAVE) {
                return LookBack.left(attempt);
            }
        }
        return new Outcome.Sent(posting.post(attempt, channel, message).showing(look(message)));
    }

    private LookBack.Found found(Attempt attempt, String channel, Message message, Instant since) throws SlackFailure {
        Mark mark = Mark.of(attempt);
        return lookBack.lookFor(
                entry -> mark.isOn(entry.payload()),
                attempt,
                channel,
                Posting.thread(attempt, channel, message),
                since);
    }

    private Outcome shown(Attempt attempt, Receipt place, Message message) throws SlackFailure {
        String look = look(message);
        // Of two votes in a moment the first redraw may show both already.
        if (attempt.message() instanceof Outgoing.Show && !place.look().equals(Optional.of(look))) {
            posting.update(attempt, place, message);
        }
        return new Outcome.Sent(place.showing(look));
    }

    private static String look(Message message) {
        long some = UUID.nameUUIDFromBytes(BlockJson.write(message).getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return Long.toHexString(some);
    }

    private Outcome outcome(Attempt attempt, SlackFailure e) {
        posting.refused(attempt, e);
        if (GONE.contains(e.code())) {
            log.info("{}: {} reaches nobody any more: {}", attempt.group(), id(attempt), e.code());
            return new Outcome.Dropped();
        }
        if (e.isPassing()) {
            return new Outcome.Later(e.retryAfter(), e.unknown(), e.reason());
        }
        if (e.isOfTheToken() && !workspaces.isIn(attempt.group().team())) {
            // Taken out while this was on its way: it comes when Lectern is back, as all else.
            return new Outcome.Later(SlackFailure.notInstalled().retryAfter(), false, e.reason());
        }
        if (CLOSED.contains(e.code()) && Recipients.member(attempt).isEmpty()) {
            return new Outcome.Closed(e.reason());
        }
        return new Outcome.Refused(e.reason());
    }

    private static String id(Attempt attempt) {
        return attempt.message().id();
    }
}
