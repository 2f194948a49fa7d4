package dev.lectern.sandbox.workspace;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.StateValues;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each person chose in the selects and pickers of messages. Slack's own client keeps these, not its server, so
 * they end with the process. Any thread may use it.
 */
public final class Selections {
    private record Key(String person, String channel, String ts) {}

    private final Map<Key, ObjectNode> chosen = new HashMap<>();

    public synchronized ObjectNode of(String person, Message message) {
        ObjectNode before = chosen.get(new Key(person, message.channel(), message.ts()));
        return before == null
                ? StateValues.initial(message.blocks())
                : StateValues.carriedOver(message.blocks(), before);
    }

    public synchronized ObjectNode choose(String person, Message message, Element element, JsonNode state) {
        ObjectNode values = of(person, message);
        StateValues.put(values, element, state);
        chosen.put(new Key(person, message.channel(), message.ts()), values);
        return values.deepCopy();
    }
}
