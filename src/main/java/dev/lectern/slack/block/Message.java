package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message to a channel or a person.
 *
 * @param text says the message's content in short, in mrkdwn: notifications and screen readers use it, and it is all
 *     that is shown where there are no blocks. Never blank.
 * @param threadTs the message that this one answers to, in its thread
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(
        String text,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Block> blocks,
        Optional<MessageTs> threadTs,
        Optional<Metadata> metadata) {
    public Message {
        Require.notBlank(text, "a message's text");
        blocks = List.copyOf(blocks);
    }

    public static Message of(String text, Block... blocks) {
        return of(text, List.of(blocks));
    }

    public static Message of(String text, List<? extends Block> blocks) {
        return new Message(text, List.copyOf(blocks), Optional.empty(), Optional.empty());
    }

    public Message inThread(MessageTs first) {
        return new Message(text, blocks, Optional.of(first), metadata);
    }

    public Message carrying(Metadata unseen) {
        return new Message(text, blocks, threadTs, Optional.of(unseen));
    }

    /** With one more block at its end. */
    public Message followedBy(Block last) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(last);
        return withBlocks(more);
    }

    Message withBlocks(List<Block> others) {
        return new Message(text, others, threadTs, metadata);
    }
}
