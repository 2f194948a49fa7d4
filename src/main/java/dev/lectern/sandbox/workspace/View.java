package dev.lectern.sandbox.workspace;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A modal or Home tab that one person sees: what the app defined, and what the person entered so far. */
public record View(
        String id,
        String owner,
        ObjectNode definition,
        ObjectNode values,
        String hash,
        String rootId,
        Optional<String> previousId,
        Team team) {

    public JsonNode blocks() {
        return definition.path("blocks");
    }

    public String externalId() {
        return definition.path("external_id").asString("");
    }

    public boolean notifiesOnClose() {
        return definition.path("notify_on_close").asBoolean(false);
    }

    public View holding(ObjectNode newValues) {
        return new View(id, owner, definition, newValues, hash, rootId, previousId, team);
    }

    /** Slack's view object. */
    public ObjectNode toSlack() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", id).put("team_id", team.id()).put("app_id", Team.APP).put("app_installed_team_id", team.id());
        view.put("bot_id", team.botId());
        view.put("private_metadata", "").put("callback_id", "").put("external_id", "");
        view.put("clear_on_close", false).put("notify_on_close", false);
        view.putNull("title").putNull("submit").putNull("close");
        view.setAll(definition.deepCopy());
        view.putObject("state").set("values", values.deepCopy());
        view.put("hash", hash).put("root_view_id", rootId);
        return previousId
                .map(previous -> view.put("previous_view_id", previous))
                .orElseGet(() -> view.putNull("previous_view_id"));
    }

    ObjectNode toStored() {
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        stored.put("id", id).put("owner", owner).put("hash", hash).put("root", rootId);
        previousId.ifPresent(previous -> stored.put("previous", previous));
        stored.set("definition", definition);
        stored.set("values", values);
        return stored;
    }

    static View fromStored(JsonNode stored, Team team) {
        return new View(
                stored.path("id").asString(),
                stored.path("owner").asString(),
                (ObjectNode) stored.path("definition"),
                (ObjectNode) stored.path("values"),
                stored.path("hash").asString(),
                stored.path("root").asString(),
                stored.path("previous").asStringOpt(),
                team);
    }
}
