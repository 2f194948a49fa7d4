package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Draft;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.ResponseUrls;
import dev.lectern.sandbox.workspace.ResponseUrls.Place;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Messages that answer an interaction: the body of a slash command's acknowledgement, or what is posted to a response
 * URL (docs.slack.dev/interactivity/handling-user-interaction).
 */
public final class Replies {
    private final Workspace workspace;
    private final Conversations conversations;

    public Replies(Workspace workspace) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
    }

    /** @throws Refused when the URL is used up, too old or unknown, or Slack would refuse the message */
    void respond(String token, JsonNode body) {
        ResponseUrls.Use use = workspace.responseUrls().use(token, workspace.now());
        if (use instanceof ResponseUrls.Use.Refused refused) {
            throw new Refused(refused.error());
        }
        apply(((ResponseUrls.Use.Granted) use).place(), body);
    }

    /** @throws Refused when Slack would refuse the message */
    public void apply(Place place, JsonNode body) {
        Optional<Message> original = place.messageTs().flatMap(ts -> conversations.find(place.channel(), ts));
        if (body.path("delete_original").asBoolean(false)) {
            original.ifPresent(conversations::delete);
            return;
        }
        Map<String, JsonNode> fields = new HashMap<>();
        body.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        Content content = Content.of(new Arguments(fields));
        if (body.path("replace_original").asBoolean(false) && original.isPresent()) {
            conversations.edit(
                    original.get(),
                    content.text(),
                    content.blocks(),
                    original.get().metadata());
            return;
        }
        conversations.post(draft(place, body, content));
    }

    private Draft draft(Place place, JsonNode body, Content content) {
        Optional<String> thread = body.path("thread_ts").asStringOpt().or(place::threadTs);
        boolean inChannel = body.path("response_type").asString("").equals("in_channel");
        return new Draft(
                place.channel(),
                workspace.team().bot(),
                content.text(),
                content.blocks(),
                Optional.empty(),
                thread,
                Optional.empty(),
                inChannel ? Optional.empty() : Optional.of(place.person()));
    }
}
