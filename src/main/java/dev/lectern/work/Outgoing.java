package dev.lectern.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lectern.redis.Json;
import java.util.Optional;

/** A message that must come to be. Its id makes repeating harmless: one id, one message in Slack. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Post.class, name = "post"),
    @JsonSubTypes.Type(value = Outgoing.Show.class, name = "show"),
    @JsonSubTypes.Type(value = Outgoing.Attach.class, name = "attach"),
    @JsonSubTypes.Type(value = Outgoing.Files.class, name = "files")
})
public sealed interface Outgoing {
    String id();

    /** A channel's id, or a member's for a direct message. */
    String to();

    /** As it stands in the outbox. */
    default String json() {
        return Json.MAPPER.writerFor(Outgoing.class).writeValueAsString(this);
    }

    /** What to do when nobody can tell whether an earlier try got there. */
    enum Unsure {
        /** Better twice than not at all. */
        REPEAT,
        /** Better not at all than twice. */
        LEAVE
    }

    /** Asked only where the message can't be looked for in Slack. */
    Unsure whenUnsure();

    /** The id of the message below which it stands, as an answer; empty for one that stands by itself. */
    default Optional<String> inThreadOf() {
        return Optional.empty();
    }

    /**
     * Posted once, as it was when it was written: {@code message} is JSON that the delivery understands.
     *
     * @param unsure empty for {@link Unsure#REPEAT}
     * @param inThreadOf the id of a message to the same addressee that was sent before; where it never got there, neither
     *     does this one
     */
    record Post(String id, String to, String message, Optional<Unsure> unsure, Optional<String> inThreadOf)
            implements Outgoing {
        public Post(String id, String to, String message) {
            this(id, to, message, Optional.empty(), Optional.empty());
        }

        /** The same, but rather lost than twice in the channel. */
        public Post notTwice() {
            return new Post(id, to, message, Optional.of(Unsure.LEAVE), inThreadOf);
        }

        /** The same, in the thread of another message instead of by itself. */
        public Post inThreadOf(String other) {
            return new Post(id, to, message, unsure, Optional.of(other));
        }

        @Override
        public Unsure whenUnsure() {
            return unsure.orElse(Unsure.REPEAT);
        }
    }

    /**
     * A message that always shows the present state: posted the first time, redrawn in place later. What it shows
     * is drawn when it is sent, so that many wishes to redraw become one.
     */
    record Show(String id, String to, String drawing, String key) implements Outgoing {
        /** Who doesn't know where it stands can't redraw it. */
        @Override
        public Unsure whenUnsure() {
            return Unsure.REPEAT;
        }
    }

    /**
     * Shown once below a message that somebody else posted: {@code content} is JSON that the delivery understands.
     *
     * @param to the channel's id
     * @param ts names the message in the channel
     */
    record Attach(String id, String to, String ts, String content) implements Outgoing {
        /** Slack replaces what was shown there before. */
        @Override
        public Unsure whenUnsure() {
            return Unsure.REPEAT;
        }
    }

    /** Files, handed over once. What they hold is drawn when they are sent: they may be long. */
    record Files(String id, String to, String drawing, String key) implements Outgoing {
        /** Whoever asked for them can ask again. */
        @Override
        public Unsure whenUnsure() {
            return Unsure.LEAVE;
        }
    }
}
