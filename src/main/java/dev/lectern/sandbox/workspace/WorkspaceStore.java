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

    /** A part of this one, for a workspace of its own. */
    default WorkspaceStore of(Team team) {
        WorkspaceStore whole = this;
        return new WorkspaceStore() {
            @Override
            public void write(List<Change> changes) {
                whole.write(changes.stream()
                        .map(change -> new Change(named(change.collection()), change.key(), change.value()))
                        .toList());
            }

            @Override
            public Map<String, JsonNode> read(String collection) {
                return whole.read(named(collection));
            }

            private String named(String collection) {
                return team.id() + ":" + collection;
            }
        };
    }

    /** A store that forgets everything with the process. */
    static WorkspaceStore inMemory() {
        return new InMemoryWorkspaceStore();
    }
}
