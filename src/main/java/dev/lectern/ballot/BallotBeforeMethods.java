package dev.lectern.ballot;

import dev.lectern.redis.Json;
import dev.lectern.work.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Before groups could choose how to vote, all approved of papers, openly, and no lot was drawn. */
final class BallotBeforeMethods implements Shape.Upgrade {
    @Override
    public JsonNode apply(Integer version, JsonNode ballot) {
        ObjectNode upgraded = (ObjectNode) ballot.deepCopy();
        upgraded.set("rules", Json.MAPPER.valueToTree(VotingRules.DEFAULT));
        upgraded.put("seed", "");
        upgraded.set("trace", Json.MAPPER.createArrayNode());
        return upgraded;
    }
}
