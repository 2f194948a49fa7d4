package dev.lectern.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** How one of the demo's members fills in the form of a vote, whatever it asks for. */
final class DemoVoter {
    private static final String UNVOTED = "You have not voted yet";
    private static final String RANK = "ballot.rank/";
    private static final int RANKED = 3;

    private final SandboxClient people;
    private final String member;
    private final int place;

    /** @param place of the member among the others, so that they are not all of one mind */
    DemoVoter(SandboxClient people, String member, int place) {
        this.people = people;
        this.member = member;
        this.place = place;
    }

    /** Votes in the form that has opened, unless the member has voted; closes it. Answers whether a vote was cast. */
    boolean vote(JsonNode opened) {
        JsonNode form = opened;
        boolean votes = form.path("blocks").toString().contains(UNVOTED);
        if (votes) {
            for (int tap = 0; tap < RANKED; tap++) {
                form = ranked(form, tap);
            }
            people.submit(member, form, values(form));
        }
        people.close(member, form);
        return votes;
    }

    private JsonNode ranked(JsonNode form, int tap) {
        List<JsonNode> offered = accessories(form)
                .filter(button -> button.path("action_id").asString("").startsWith(RANK))
                .toList();
        return offered.isEmpty() ? form : people.clickIn(member, form, offered.get((place + tap) % offered.size()));
    }

    private static Stream<JsonNode> accessories(JsonNode form) {
        return StreamSupport.stream(form.path("blocks").spliterator(), false).map(block -> block.path("accessory"));
    }

    private Map<String, Object> values(JsonNode form) {
        Map<String, Object> values = new LinkedHashMap<>();
        int field = 0;
        for (JsonNode block : form.path("blocks")) {
            if (block.path("type").asString("").equals("input")) {
                JsonNode options = block.path("element").path("options");
                String chosen = options.path((place + 2 * field) % options.size())
                        .path("value")
                        .asString("");
                boolean many = block.path("element").path("type").asString("").equals("checkboxes");
                values.put(block.path("block_id").asString(""), many ? List.of(chosen) : chosen);
                field++;
            }
        }
        return values;
    }
}
