package dev.lectern.app;

import dev.lectern.app.Door.Knock;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How what Slack sends comes to Lectern: signed over HTTP, or over one of its sockets. */
interface WayIn {
    /**
     * @param isTaken whether Slack would be content, and not send it again
     * @param body what came back; empty where nothing did
     */
    record Answer(boolean isTaken, String body) {}

    Answer event(ObjectNode envelope);

    Answer interaction(ObjectNode payload);

    Answer command(Map<String, String> fields);

    static WayIn overHttp(Door door, People people) {
        return new WayIn() {
            @Override
            public Answer event(ObjectNode envelope) {
                return post(envelope.toString(), "application/json");
            }

            @Override
            public Answer interaction(ObjectNode payload) {
                return command(Map.of("payload", payload.toString()));
            }

            @Override
            public Answer command(Map<String, String> fields) {
                return post(Door.form(fields), "application/x-www-form-urlencoded");
            }

            private Answer post(String body, String type) {
                HttpResponse<String> response = door.send(Knock.signed(body, people.now()), type);
                return new Answer(response.statusCode() == 200, response.body());
            }
        };
    }

    static WayIn overSockets(People people) {
        return new WayIn() {
            @Override
            public Answer event(ObjectNode envelope) {
                return send("events_api", envelope);
            }

            @Override
            public Answer interaction(ObjectNode payload) {
                return send("interactive", payload);
            }

            @Override
            public Answer command(Map<String, String> fields) {
                return send("slash_commands", fields);
            }

            private Answer send(String type, Object payload) {
                JsonNode answer = people.sockets("envelope", Map.of("type", type, "payload", payload));
                JsonNode body = answer.path("payload");
                return new Answer(answer.path("acknowledged").asBoolean(), body.isMissingNode() ? "" : body.toString());
            }
        };
    }
}
