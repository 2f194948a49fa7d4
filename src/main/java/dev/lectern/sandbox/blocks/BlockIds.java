package dev.lectern.sandbox.blocks;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack gives every block, and every element that can be used, an id where the app gave none. */
public final class BlockIds {
    private BlockIds() {}

    /** A copy of these valid blocks in which nothing lacks an id. */
    public static ArrayNode completed(JsonNode blocks, Supplier<String> ids) {
        ArrayNode copy = (ArrayNode) blocks.deepCopy();
        complete(copy.values(), ids);
        for (Element element : Element.in(copy)) {
            fill((ObjectNode) element.definition(), "action_id", ids);
        }
        return copy;
    }

    private static void complete(Iterable<JsonNode> blocks, Supplier<String> ids) {
        for (JsonNode block : blocks) {
            fill((ObjectNode) block, "block_id", ids);
            if (block.path("type").asString("").equals("carousel")) {
                complete(List.copyOf(block.path("elements").values()), ids);
            }
        }
    }

    private static void fill(ObjectNode node, String name, Supplier<String> ids) {
        if (!node.hasNonNull(name)) {
            node.put(name, ids.get());
        }
    }
}
