package dev.lectern.sandbox;

import dev.lectern.sandbox.page.Body;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.page.WrongRequest;
import io.javalin.config.RoutesConfig;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /sandbox/extras}: whether there are any; {@code POST /sandbox/extras {user}}: all but that member act. */
final class ExtrasRoutes {
    private final Optional<Extras> extras;

    ExtrasRoutes(Optional<Extras> extras) {
        this.extras = extras;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/sandbox/extras",
                context -> PageRoutes.json(
                        context,
                        JsonNodeFactory.instance.objectNode().put("ok", true).put("there", extras.isPresent())));
        routes.post("/sandbox/extras", context -> PageRoutes.json(context, act(Body.parse(context.body()))));
    }

    private ObjectNode act(Body body) {
        Extras present = extras.orElseThrow(() -> WrongRequest.bad("Nobody stands in for the members here."));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        ArrayNode did = answer.putArray("did");
        present.act(body.required("user")).forEach(did::add);
        return answer;
    }
}
