package dev.lectern.sandbox;

import dev.lectern.sandbox.page.Body;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.page.WrongRequest;
import io.javalin.config.RoutesConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /sandbox/clock}. */
final class ClockRoutes {
    private final SandboxClock clock;
    private final ClockMover mover;
    private final Runnable changed;

    ClockRoutes(SandboxClock clock, ClockMover mover, Runnable changed) {
        this.clock = clock;
        this.mover = mover;
        this.changed = changed;
    }

    /** @param below what the addresses of a workspace begin with; there is one clock for all */
    void register(RoutesConfig routes, String below) {
        routes.post(below + "/sandbox/clock", context -> PageRoutes.json(context, move(Body.parse(context.body()))));
    }

    private ObjectNode move(Body body) {
        try {
            List<Instant> stops = stops(body);
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
            answer.put("now", clock.instant().toString());
            ArrayNode ran = answer.putArray("ran");
            stops.forEach(stop -> ran.add(stop.toString()));
            return answer;
        } finally {
            changed.run();
        }
    }

    private List<Instant> stops(Body body) {
        try {
            if (body.json().path("next").asBoolean(false)) {
                return mover.moveToNext();
            }
            if (body.text("to").isPresent()) {
                return mover.moveTo(Instant.parse(body.required("to")));
            }
            return mover.moveBy(forward(Duration.parse(body.required("advance"))));
        } catch (DateTimeException | ArithmeticException malformed) {
            throw WrongRequest.bad("Say how far to move: {\"advance\":\"P3D\"}, {\"to\":\"2026-03-30T07:00:00Z\"}"
                    + " or {\"next\":true}.");
        }
    }

    private static Duration forward(Duration duration) {
        if (duration.isNegative()) {
            throw WrongRequest.bad("The clock only moves forward: " + duration + " would move it back.");
        }
        return duration;
    }
}
