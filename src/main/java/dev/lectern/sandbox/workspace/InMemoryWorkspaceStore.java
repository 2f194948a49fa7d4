package dev.lectern.sandbox.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class InMemoryWorkspaceStore implements WorkspaceStore {
    private final Map<String, Map<String, JsonNode>> collections = new HashMap<>();

    @Override
    public synchronized void write(List<Change> changes) {
        for (Change change : changes) {
            Map<String, JsonNode> collection =
                    collections.computeIfAbsent(change.collection(), name -> new HashMap<>());
            change.value()
                    .ifPresentOrElse(
                            value -> collection.put(change.key(), value), () -> collection.remove(change.key()));
        }
    }

    @Override
    public synchronized Map<String, JsonNode> read(String collection) {
        return Map.copyOf(collections.getOrDefault(collection, Map.of()));
    }
}
