package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Draft;
import dev.lectern.sandbox.workspace.Files;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code files.*}: a place to upload to, and showing what was uploaded
 * (docs.slack.dev/reference/methods/files.getUploadURLExternal and files.completeUploadExternal).
 */
final class FileMethods {
    private static final int MOST_BYTES = 10_000_000;

    private final Workspace workspace;
    private final Conversations conversations;
    private final Files files;
    private final Scopes scopes;
    private final String url;

    FileMethods(Workspace workspace, Scopes scopes, String url) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
        this.files = workspace.files();
        this.scopes = scopes;
        this.url = url;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("files.getUploadURLExternal", Pace.TIER_4, this::getUploadUrl),
                new ApiMethod("files.completeUploadExternal", Pace.TIER_4, this::complete));
    }

    private ObjectNode getUploadUrl(Arguments arguments) {
        scopes.require("files:write");
        String name = arguments.required("filename");
        arguments.required("length");
        int length = arguments.number("length", 1, Integer.MAX_VALUE);
        if (length > MOST_BYTES) {
            throw new Refused("file_upload_size_restricted");
        }
        Files.Place place = files.place(name, length);
        return ok().put("upload_url", url + "/upload/" + place.token()).put("file_id", place.fileId());
    }

    private ObjectNode complete(Arguments arguments) {
        scopes.require("files:write");
        for (String other : List.of("channels", "thread_ts", "blocks")) {
            if (arguments.text(other).isPresent()) {
                throw new Refused("invalid_arguments", List.of("[ERROR] the sandbox does not play: " + other));
            }
        }
        List<Files.Uploaded> uploaded = new ArrayList<>();
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        for (JsonNode given : given(arguments)) {
            Files.Uploaded file = files.find(given.path("id").asString(""))
                    .filter(found -> !found.shared())
                    .orElseThrow(() -> new Refused("file_not_found"));
            uploaded.add(file);
            shown.add(toSlack(file, given.path("title").asString(file.name())));
        }
        arguments.text("channel_id").ifPresent(channel -> share(channel, arguments, shown));
        uploaded.forEach(files::share);
        ObjectNode answer = ok();
        answer.set("files", shown);
        return answer;
    }

    private static JsonNode given(Arguments arguments) {
        JsonNode given =
                arguments.json("files", "invalid_arguments").orElseThrow(() -> Refused.missingArgument("files"));
        if (!given.isArray() || given.isEmpty()) {
            throw new Refused("invalid_arguments", List.of("[ERROR] must be an array of files: files"));
        }
        return given;
    }

    private void share(String id, Arguments arguments, ArrayNode shown) {
        Channel channel = conversations.channel(id).orElseThrow(() -> new Refused("channel_not_found"));
        if (!channel.has(workspace.team().bot())) {
            throw new Refused("not_in_channel");
        }
        conversations.post(
                new Draft(
                        channel.id(),
                        workspace.team().bot(),
                        arguments.text("initial_comment").orElse(""),
                        JsonNodeFactory.instance.arrayNode(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                shown);
    }

    private ObjectNode toSlack(Files.Uploaded file, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id())
                .put("name", file.name())
                .put("title", title)
                .put("mimetype", "text/plain")
                .put("size", file.content().length)
                .put("url_private", url + "/files/" + file.id() + "/" + file.name());
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}
