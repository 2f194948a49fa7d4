package dev.lectern.slack;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.work.Kept;
import java.util.List;
import java.util.Map;

/** What somebody is answered who typed, clicked, or sent off a modal. */
public sealed interface Reply {
    /** How a reply is kept, for the same request when it comes again; a modal cannot be. */
    Kept<Reply> KEPT = new KeptReply();

    /** Nothing is said: what happened shows elsewhere. */
    record None() implements Reply {}

    record OnlyToYou(Message message) implements Reply {}

    /** A modal opens, or replaces the one that was clicked in. */
    record Opens(Modal modal) implements Reply {}

    /** A submitted modal stays open with these sentences beside its fields, by block id. */
    record Problems(Map<String, String> byBlock) implements Reply {}

    static Reply none() {
        return new None();
    }

    static Reply onlyToYou(String mrkdwn) {
        return new OnlyToYou(Message.of(mrkdwn));
    }

    static Reply onlyToYou(String text, List<? extends Block> blocks) {
        return new OnlyToYou(Message.of(text, blocks));
    }

    static Reply opens(Modal modal) {
        return new Opens(modal);
    }

    static Reply problems(Map<String, String> byBlock) {
        return new Problems(byBlock);
    }
}
