package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Vocabulary;
import dev.lectern.work.Delivery;
import dev.lectern.work.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts and redraws messages in Slack, at Slack's pace. When an earlier try has no known outcome, the message is first
 * looked for by the mark in its metadata; where that can't be told, the message itself says whether it may rather be
 * there twice or not at all. Any thread may use it.
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

    private static final String INVALID_BLOCKS = "invalid_blocks";

    /** Where files stand Slack does not say; nobody needs to know, since they are never redrawn. */
    private static final String SOMEWHERE = "0";

    private final Workspaces workspaces;
    private final Drawings drawings;
    private final Scenes scenes;
    private final PacedCalls calls;
    private final LookBack lookBack;
    private final Uploads uploads;
    private final Map<Member, String> directMessages = new ConcurrentHashMap<>();
    /** Of workspaces that refused a message, which blocks they know; asked anew after a restart. */
    private final Map<TeamId, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    /** The same id may be somebody else in another workspace. */
    private record Member(TeamId team, UserId user) {}

    public SlackDelivery(Workspaces workspaces, Drawings drawings, Scenes scenes, PaceStore paces) {
        this.workspaces = workspaces;
        this.drawings = drawings;
        this.scenes = scenes;
        this.calls = new PacedCalls(paces);
        this.lookBack = new LookBack(workspaces, calls);
        this.uploads = new Uploads(workspaces, calls);
    }

    @Override
    public Outcome deliver(Attempt attempt) {
        if (attempt.message() instanceof Outgoing.Attach attach) {
            return attached(attempt, attach);
        }
        try {
            if (attempt.message() instanceof Outgoing.Files files) {
                Optional<FileMessage> drawn = drawn(
                        attempt, () -> drawings.filesNamed(files.drawing()).draw(attempt.group(), files.key()));
                return drawn.isPresent() ? handed(attempt, drawn.get()) : new Outcome.Dropped();
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

    /** The message above it is not there, so there is no place for this one. */
    private static boolean isWithoutItsThread(Attempt attempt) {
        boolean without =
                attempt.message().inThreadOf().isPresent() && attempt.thread().isEmpty();
        if (without) {
            log.info("{}: {} has no thread to go to: not sent", attempt.group(), id(attempt));
        }
        return without;
    }

    /** A courtesy: where it can't be shown, nothing is missing, and nobody is told. */
    private Outcome attached(Attempt attempt, Outgoing.Attach attach) {
        try {
            return new Outcome.Sent(calls.call(
                    attempt,
                    Pace.unfurling(),
                    () -> slack(attempt).unfurl(attach.to(), attach.ts(), new Unfurls(attach.content()))));
        } catch (SlackFailure e) {
            if (e.passing()) {
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
        return addressee(attempt)
                .map(member -> scenes.before(member, attempt.group(), drawing))
                .orElseGet(() -> scenes.in(attempt.group(), drawing));
    }

    private MessageCalls slack(Attempt attempt) throws SlackFailure {
        return workspaces.of(attempt.group().team()).messages();
    }

    private Outcome posted(Attempt attempt, Message message) throws SlackFailure {
        String channel = channel(attempt);
        if (attempt.unknownSince().isPresent()) {
            Mark mark = mark(attempt);
            LookBack.Found found = lookBack.lookFor(
                    entry -> mark.isOn(entry.payload()),
                    attempt,
                    channel,
                    attempt.thread().or(() -> thread(channel, message)),
                    attempt.unknownSince().get());
            if (found.place().isPresent()) {
                return shown(attempt, found.place().get(), message);
            }
            if (!found.sure() && attempt.message().whenUnsure() == Outgoing.Unsure.LEAVE) {
                return left(attempt);
            }
        }
        return new Outcome.Sent(post(attempt, channel, message).showing(look(message)));
    }

    private static Outcome left(Attempt attempt) {
        log.warn("{}: {} may be there and can't be looked for: not repeated", attempt.group(), id(attempt));
        return new Outcome.Dropped();
    }

    private Outcome handed(Attempt attempt, FileMessage files) throws SlackFailure {
        if (attempt.before().isPresent()) {
            return new Outcome.Sent(attempt.before().get());
        }
        String channel = channel(attempt);
        if (attempt.unknownSince().isPresent()) {
            Mark mark = mark(attempt);
            LookBack.Found found = lookBack.lookFor(
                    entry -> mark.isOn(entry.payload()) || entry.files().containsAll(files.names()),
                    attempt,
                    channel,
                    attempt.thread(),
                    attempt.unknownSince().get());
            if (found.place().isPresent()) {
                return new Outcome.Sent(found.place().get());
            }
            if (!found.sure()) {
                return left(attempt);
            }
        }
        return new Outcome.Sent(hand(attempt, channel, files));
    }

    private Receipt hand(Attempt attempt, String channel, FileMessage files) throws SlackFailure {
        Map<String, String> uploaded;
        try {
            uploaded = uploads.upload(attempt, files);
        } catch (SlackFailure e) {
            if (Uploads.notAllowed(e)) {
                log.info("{}: {} goes as text: {}", attempt.group(), id(attempt), e.reason());
                return post(attempt, channel, files.asText());
            }
            throw e;
        }
        uploads.share(attempt, channel, files.text(), uploaded);
        return new Receipt(channel, SOMEWHERE);
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

    private Receipt post(Attempt attempt, String channel, Message message) throws SlackFailure {
        return say(
                attempt,
                Pace.posting(channel),
                message,
                said -> slack(attempt)
                        .post(channel, said, mark(attempt), attempt.thread().or(() -> thread(channel, message))));
    }

    /** Of a message that answers somebody else's. */
    private static Optional<Receipt> thread(String channel, Message message) {
        return message.threadTs().map(ts -> new Receipt(channel, ts.value()));
    }

    private void update(Attempt attempt, Receipt place, Message message) throws SlackFailure {
        say(attempt, Pace.redrawing(place), message, said -> slack(attempt).update(place, said));
    }

    /** In the blocks that the workspace knows. */
    private <T> T say(Attempt attempt, Pace pace, Message message, Saying<T> saying) throws SlackFailure {
        TeamId team = attempt.group().team();
        Vocabulary known = vocabularies.getOrDefault(team, Vocabulary.NEWEST);
        while (true) {
            Message said = known.of(message);
            try {
                return calls.call(attempt, pace, () -> saying.say(said));
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
        Optional<UserId> member = addressee(attempt);
        if (member.isEmpty()) {
            return attempt.message().to();
        }
        Member addressee = new Member(attempt.group().team(), member.get());
        String known = directMessages.get(addressee);
        if (known != null) {
            return known;
        }
        String opened = calls.call(attempt, Pace.opening(), () -> slack(attempt).directMessagesWith(member.get()));
        directMessages.put(addressee, opened);
        return opened;
    }

    /** The member whom a direct message goes to; empty for a channel. */
    private static Optional<UserId> addressee(Attempt attempt) {
        return Optional.of(attempt.message().to())
                .filter(SlackDelivery::isMember)
                .map(UserId::new);
    }

    /** Whether an address is a member's and no channel's. */
    static boolean isMember(String to) {
        return to.startsWith("U") || to.startsWith("W");
    }

    @FunctionalInterface
    private interface Saying<T> {
        T say(Message message) throws SlackFailure;
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
            log.info("{}: {} reaches nobody any more: {}", attempt.group(), id(attempt), e.code());
            return new Outcome.Dropped();
        }
        if (e.passing()) {
            return new Outcome.Later(e.retryAfter(), e.unknown(), e.reason());
        }
        if (e.isOfTheToken() && !workspaces.isIn(attempt.group().team())) {
            // Taken out while this was on its way: it comes when Lectern is back, as all else.
            return new Outcome.Later(SlackFailure.notInstalled().retryAfter(), false, e.reason());
        }
        if (CLOSED.contains(e.code()) && addressee(attempt).isEmpty()) {
            return new Outcome.Closed(e.reason());
        }
        return new Outcome.Refused(e.reason());
    }
}
