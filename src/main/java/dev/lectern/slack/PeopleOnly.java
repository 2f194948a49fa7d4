package dev.lectern.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import dev.lectern.redis.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Acknowledges what bots wrote, ourselves among them, and passes it on to nobody: answers to bots go round in circles. */
final class PeopleOnly implements Middleware {
    /** Events about a message; others, such as that we were added to a channel, may well be about us. */
    private static final Set<String> ABOUT_MESSAGES = Set.of("message", "app_mention", "link_shared");

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        boolean ignored = request instanceof EventRequest event
                && isByBot(
                        Json.MAPPER.readTree(event.getRequestBodyAsString()).path("event"),
                        event.getContext().getBotUserId());
        return ignored ? Response.ok() : chain.next(request);
    }

    private static boolean isByBot(JsonNode event, @Nullable String ourselves) {
        return ABOUT_MESSAGES.contains(event.path("type").asString(""))
                && (event.hasNonNull("bot_id")
                        || event.path("user").asString("").equals(ourselves)
                        || event.path("subtype").asString("").equals("bot_message"));
    }
}
