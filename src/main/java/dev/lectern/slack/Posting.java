package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Vocabulary;
import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Receipt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts and redraws messages, at Slack's pace and in the blocks that the workspace knows. Any thread. */
final class Posting {
    private static final Logger log = LoggerFactory.getLogger(Posting.class);
    private static final String INVALID_BLOCKS = "invalid_blocks";

    private final Workspaces workspaces;
    private final PacedCalls calls;
    /** Of workspaces that refused a message, which blocks they know; asked anew after a restart. */
    private final Map<TeamId, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    Posting(Workspaces workspaces, PacedCalls calls) {
        this.workspaces = workspaces;
        this.calls = calls;
    }

    @FunctionalInterface
    private interface Saying<T> {
        T say(MessageCalls slack, Message message) throws SlackFailure;
    }

    Receipt post(Attempt attempt, String channel, Message message) throws SlackFailure {
        Optional<Receipt> thread = thread(attempt, channel, message);
        return said(
                attempt,
                Pace.posting(channel),
                message,
                (slack, said) -> slack.post(channel, said, Mark.of(attempt), thread));
    }

    /** The message below which it stands: an earlier one of Lectern's, or somebody else's that it answers. */
    static Optional<Receipt> thread(Attempt attempt, String channel, Message message) {
        return attempt.thread().or(() -> message.threadTs().map(ts -> new Receipt(channel, ts.value())));
    }

    void update(Attempt attempt, Receipt place, Message message) throws SlackFailure {
        said(attempt, Pace.redrawing(place), message, (slack, said) -> slack.update(place, said));
    }

    private <T> T said(Attempt attempt, Pace pace, Message message, Saying<T> saying) throws SlackFailure {
        TeamId team = attempt.group().team();
        Vocabulary known = vocabularies.getOrDefault(team, Vocabulary.NEWEST);
        while (true) {
            Message said = known.of(message);
            try {
                return calls.call(
                        attempt, pace, () -> saying.say(workspaces.of(team).messages(), said));
            } catch (SlackFailure e) {
                known = less(known, message, e);
                // Noted before the other try, for which there may be no room now.
                vocabularies.put(team, known);
                log.info("{} does not take newer blocks: what goes there is {} from now on", team, known);
            }
        }
    }

    /** @throws SlackFailure the same one, where it is not for the blocks, or there are no plainer ones */
    private static Vocabulary less(Vocabulary known, Message message, SlackFailure refusal) throws SlackFailure {
        if (!refusal.code().equals(INVALID_BLOCKS)) {
            throw refusal;
        }
        return known.lessFor(message).orElseThrow(() -> refusal);
    }

    /** It was the message, then, and not the workspace, if Slack does not take its blocks however plain they are. */
    void refused(Attempt attempt, SlackFailure refusal) {
        if (refusal.code().equals(INVALID_BLOCKS)) {
            vocabularies.remove(attempt.group().team());
        }
    }
}
