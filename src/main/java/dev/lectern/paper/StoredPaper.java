package dev.lectern.paper;

import dev.lectern.redis.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The text of a paper's key: the paper, or the id of the one that it turned out to be.
 *
 * <p>Version 1: {@code {"v":1,"paper":{...}}} or {@code {"v":1,"sameAs":"2401.12345"}}.
 */
record StoredPaper(int v, Optional<PaperId> sameAs, Optional<Paper> paper) {
    private static final int VERSION = 1;

    static String write(Paper paper) {
        return Json.write(new StoredPaper(VERSION, Optional.empty(), Optional.of(paper)));
    }

    static String writeSameAs(PaperId id) {
        return Json.write(new StoredPaper(VERSION, Optional.of(id), Optional.empty()));
    }

    /** @throws IllegalStateException when a newer Lectern wrote it */
    static StoredPaper read(PaperId id, String json) {
        JsonNode tree = Json.MAPPER.readTree(json);
        int version = tree.path("v").asInt(VERSION);
        if (version > VERSION) {
            throw new IllegalStateException("paper " + id + " was written by a newer Lectern (schema " + version
                    + ", this one reads up to " + VERSION + "); upgrade this one");
        }
        return Json.MAPPER.treeToValue(tree, StoredPaper.class);
    }
}
