package dev.lectern.slack;

import dev.lectern.redis.Json;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is shown below a message's links: a map of their addresses, as Slack wrote them, to blocks.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.unfurl">Slack: chat.unfurl</a>
 */
record Unfurls(String json) {

    /** @throws dev.lectern.slack.block.LimitsExceeded when Slack would refuse one of them */
    static Unfurls of(Map<String, List<Block>> byLink) {
        Map<String, List<Block>> checked = new LinkedHashMap<>();
        byLink.forEach((link, blocks) ->
                checked.put(link, Limits.require(Message.of("unfurl", blocks)).blocks()));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        checked.forEach(
                (link, blocks) -> all.putObject(link).set("blocks", Json.MAPPER.readTree(BlockJson.write(blocks))));
        return new Unfurls(Json.write(all));
    }
}
