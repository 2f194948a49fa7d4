package dev.lectern.meeting;

import dev.lectern.work.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Until Lectern 0.1 every meeting lasted an hour, and had one paper at most. */
final class MeetingBeforeLength implements Shape.Upgrade {
    @Override
    public JsonNode apply(Integer version, JsonNode value) {
        ObjectNode meeting = (ObjectNode) value.deepCopy();
        meeting.put("length", Meeting.USUAL_LENGTH.toString());
        meeting.putArray("also");
        return meeting;
    }
}
