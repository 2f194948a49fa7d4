package dev.lectern.paper;

import dev.lectern.redis.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a paper's key: the paper, or the id of the one that it turned out to be.
 *
 * <p>A paper that turned out to be another is {@code joining} it until that has all that this one knew, so that nothing
 * is added to it meanwhile that contradicts.
 *
 * <p>Version 2: {@code {"v":2,"paper":{...}}} or {@code {"v":2,"sameAs":"2401.12345"}}. Version 1 had a paper's names,
 * counts and list days side by side, took a paper of no list for one of the day when it came in, and did not say who told
 * what: a paper of an arXiv id, a title and nothing else was typed by a person.
 */
record StoredPaper(int v, Optional<PaperId> sameAs, Optional<Paper> paper, Optional<PaperId> joining) {
    private static final int VERSION = 2;

    static String write(Paper paper) {
        return Json.write(new StoredPaper(VERSION, Optional.empty(), Optional.of(paper), Optional.empty()));
    }

    /** @param paper empty where somebody has only begun to write it */
    static String writeJoining(Optional<Paper> paper, PaperId other) {
        return Json.write(new StoredPaper(VERSION, Optional.empty(), paper, Optional.of(other)));
    }

    static String writeSameAs(PaperId id) {
        return Json.write(new StoredPaper(VERSION, Optional.of(id), Optional.empty(), Optional.empty()));
    }

    /** @throws IllegalStateException when a newer Lectern wrote it */
    static StoredPaper read(PaperId id, String json) {
        JsonNode tree = Json.MAPPER.readTree(json);
        int version = tree.path("v").asInt(1);
        if (version > VERSION) {
            throw new IllegalStateException("paper " + id + " was written by a newer Lectern (schema " + version
                    + ", this one reads up to " + VERSION + "); upgrade this one");
        }
        if (version == 1 && tree.path("paper").isObject()) {
            upgradeFromFirst((ObjectNode) tree.get("paper"));
        }
        return Json.MAPPER.treeToValue(tree, StoredPaper.class);
    }

    private static void upgradeFromFirst(ObjectNode paper) {
        ObjectNode facts = (ObjectNode) paper.get("facts");
        JsonNode arxiv = facts.remove("arxivId");
        facts.putObject("names").set("arxiv", arxiv);
        ObjectNode echo = facts.putObject("echo");
        echo.set("upvotes", facts.remove("upvotes"));
        echo.set("comments", facts.remove("comments"));
        echo.put("citations", 0);
        ArrayNode listings = facts.putArray("listings");
        facts.path("listDays").forEach(day -> listings.add(day.stringValue() + " " + PaperList.DAILY));
        boolean brought = arxiv != null
                && !arxiv.isNull()
                && listings.isEmpty()
                && facts.path("abstractText").asString("").isEmpty();
        if (brought) {
            String typed = Trust.TYPED.name();
            facts.putObject("credits").put("title", typed).put("text", typed).put("published", typed);
        }
        if (listings.isEmpty()) {
            listings.add(paper.path("addedAt").stringValue().substring(0, 10) + " " + PaperList.IMPORT);
        }
    }
}
