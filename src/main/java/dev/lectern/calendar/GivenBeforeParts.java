package dev.lectern.calendar;

import dev.lectern.work.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Until Lectern 0.1 the title was kept as the sentence that calendars show, in English, and nobody's part was. */
final class GivenBeforeParts implements Shape.Upgrade {
    private static final String OPEN = "the paper is still open";
    private static final String BETWEEN = ": ";

    @Override
    public JsonNode apply(Integer version, JsonNode value) {
        ObjectNode given = (ObjectNode) value.deepCopy();
        ObjectNode event = (ObjectNode) given.get("event");
        String title = event.path("title").asString("");
        event.remove("title");
        int end = title.indexOf(BETWEEN);
        String titles = end < 0 ? title : title.substring(end + BETWEEN.length());
        event.put("channel", end < 0 ? "" : title.substring(0, end).replaceFirst("^#", ""));
        event.put("titles", titles.equals(OPEN) ? "" : titles);
        event.putArray("parts");
        return given;
    }
}
