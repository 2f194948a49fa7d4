package dev.lectern.app;

import tools.jackson.databind.JsonNode;

/** A modal or a Home as somebody sees it. */
record View(JsonNode json) implements Shown {

    String id() {
        return json.path("id").asString();
    }

    String title() {
        return json.path("title").path("text").asString("");
    }
}
