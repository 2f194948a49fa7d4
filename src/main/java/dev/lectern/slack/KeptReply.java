package dev.lectern.slack;

import dev.lectern.redis.Json;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Kept;
import java.util.Map;
import java.util.Optional;

/**
 * Replies as they are kept for a request that comes again. A modal is none of them: it opens by a trigger that Slack
 * takes once, so a handler that changes something must not answer with one.
 */
final class KeptReply implements Kept<Reply> {

    private record Written(Optional<Message> onlyToYou, Map<String, String> problems) {}

    /** @throws IllegalArgumentException for a modal */
    @Override
    public String write(Reply reply) {
        if (reply instanceof Reply.Opens opens) {
            throw new IllegalArgumentException(
                    "the modal " + opens.modal().callbackId() + " cannot be the answer to what changes a group");
        }
        return Json.write(
                reply instanceof Reply.OnlyToYou only
                        ? new Written(Optional.of(only.message()), Map.of())
                        : new Written(
                                Optional.empty(),
                                reply instanceof Reply.Problems problems ? problems.byBlock() : Map.of()));
    }

    @Override
    public Reply read(String text) {
        Written written = Json.read(text, Written.class);
        if (written.onlyToYou().isPresent()) {
            return new Reply.OnlyToYou(written.onlyToYou().get());
        }
        return written.problems().isEmpty() ? Reply.none() : Reply.problems(written.problems());
    }
}
