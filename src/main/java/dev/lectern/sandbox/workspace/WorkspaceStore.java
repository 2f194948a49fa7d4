package dev.lectern.sandbox.workspace;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where the workspace is kept. Any thread may use it. */
public interface WorkspaceStore {

    /** Applies all changes or none, and returns once they are kept. */
    void write(List<Change> changes);

    /** Everything in a collection by key; empty when nothing was ever written to it. */
    Map<String, JsonNode> read(String collection);

    /** A store that forgets everything with the process. */
    static WorkspaceStore inMemory() {
        return new InMemoryWorkspaceStore();
    }
}
