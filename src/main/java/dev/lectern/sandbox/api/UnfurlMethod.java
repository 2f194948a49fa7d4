package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.BlockRules;
import dev.lectern.sandbox.blocks.Surface;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Links;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code chat.unfurl} for a posted message: what the app shows below its links
 * (docs.slack.dev/reference/methods/chat.unfurl). Of an unfurl's forms it knows blocks, and no attachments of old.
 */
final class UnfurlMethod {
    private final Team team;
    private final Conversations conversations;
    private final Scopes scopes;

    UnfurlMethod(Workspace workspace, Scopes scopes) {
        this.team = workspace.team();
        this.conversations = workspace.conversations();
        this.scopes = scopes;
    }

    ObjectNode unfurl(Arguments arguments) {
        scopes.require("links:write");
        Channel channel = conversations
                .channel(arguments.text("channel").orElseThrow(() -> new Refused("missing_channel")))
                .orElseThrow(() -> new Refused("cannot_find_channel"));
        Message message = conversations
                .find(channel.id(), arguments.text("ts").orElseThrow(() -> new Refused("missing_ts")))
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> new Refused("cannot_find_message"));
        JsonNode unfurls =
                arguments.json("unfurls", "invalid_unfurls_format").orElseThrow(() -> new Refused("missing_unfurls"));
        conversations.unfurl(message, attachments(message, unfurls));
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    /** What is given for a link replaces what was shown for it; nothing takes it away. */
    private ArrayNode attachments(Message message, JsonNode unfurls) {
        if (!unfurls.isObject() || unfurls.isEmpty()) {
            throw new Refused("invalid_unfurls_format");
        }
        List<JsonNode> shown = new ArrayList<>(message.attachments().values());
        unfurls.properties().forEach(unfurl -> {
            check(message, unfurl.getKey());
            shown.removeIf(old -> old.path("app_unfurl_url").asString("").equals(unfurl.getKey()));
            if (!unfurl.getValue().isEmpty()) {
                shown.add(attachment(unfurl));
            }
        });
        ArrayNode numbered = JsonNodeFactory.instance.arrayNode();
        shown.forEach(one -> numbered.add(((ObjectNode) one.deepCopy()).put("id", numbered.size() + 1)));
        return numbered;
    }

    private static void check(Message message, String url) {
        if (!Links.has(message.text(), url)) {
            throw new Refused("cannot_unfurl_message");
        }
        if (Links.in(message.text()).stream().noneMatch(link -> link.url().equals(url))) {
            throw new Refused("cannot_unfurl_url");
        }
    }

    private ObjectNode attachment(Map.Entry<String, JsonNode> unfurl) {
        JsonNode blocks = unfurl.getValue().path("blocks");
        List<String> problems = BlockRules.problems(blocks, Surface.MESSAGE, "/unfurls/blocks");
        if (!problems.isEmpty() || blocks.isEmpty()) {
            throw new Refused("cannot_parse_attachment", problems);
        }
        ObjectNode attachment = JsonNodeFactory.instance.objectNode();
        attachment.put("bot_id", team.botId()).put("app_id", Team.APP).put("is_app_unfurl", true);
        attachment.put("app_unfurl_url", unfurl.getKey()).put("from_url", unfurl.getKey());
        attachment.set("blocks", blocks.deepCopy());
        return attachment.put("fallback", "[no preview available]");
    }
}
