package dev.lectern.sandbox.api;

import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the caller of a method gets: a status and a body, perhaps late, perhaps cut off in the middle. */
public record ApiReply(int status, ObjectNode body, OptionalInt retryAfterSeconds, Manner manner) {

    /** How the reply goes out. */
    public enum Manner {
        PLAIN,
        LATE,
        CUT
    }

    static ApiReply of(ObjectNode body) {
        return new ApiReply(200, body, OptionalInt.empty(), Manner.PLAIN);
    }

    static ApiReply rateLimited(int seconds) {
        return new ApiReply(429, new Refused("ratelimited").answer(), OptionalInt.of(seconds), Manner.PLAIN);
    }

    static ApiReply broken() {
        return new ApiReply(500, new Refused("internal_error").answer(), OptionalInt.empty(), Manner.PLAIN);
    }

    static ApiReply withheld() {
        return new ApiReply(200, JsonNodeFactory.instance.objectNode(), OptionalInt.empty(), Manner.CUT);
    }

    ApiReply in(Manner other) {
        return new ApiReply(status, body, retryAfterSeconds, other);
    }
}
