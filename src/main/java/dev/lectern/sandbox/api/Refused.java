package dev.lectern.sandbox.api;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call that Slack would refuse, with Slack's error code; answered, never logged as a failure of the sandbox. */
public final class Refused extends RuntimeException {
    private final transient ObjectNode answer;

    public Refused(String error) {
        this(error, List.of());
    }

    /** @param messages what goes into {@code response_metadata.messages} */
    public Refused(String error, List<String> messages) {
        super(error, null, false, false);
        this.answer = JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
        if (!messages.isEmpty()) {
            messages.forEach(answer.putObject("response_metadata").putArray("messages")::add);
        }
    }

    static Refused missingScope(String needed, String provided) {
        Refused refused = new Refused("missing_scope");
        refused.answer.put("needed", needed).put("provided", provided);
        return refused;
    }

    static Refused missingArgument(String name) {
        return new Refused("invalid_arguments", List.of("[ERROR] missing required field: " + name));
    }

    public ObjectNode answer() {
        return answer.deepCopy();
    }
}
