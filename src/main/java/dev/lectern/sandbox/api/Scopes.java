package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Channel;
import java.util.Set;
import java.util.TreeSet;

/** What the workspace granted the app. */
public record Scopes(Set<String> granted) {

    public Scopes {
        granted = Set.copyOf(granted);
    }

    public boolean include(String scope) {
        return granted.contains(scope);
    }

    void require(String scope) {
        if (!include(scope)) {
            throw Refused.missingScope(scope, toString());
        }
    }

    /** Scopes for conversations differ by kind: {@code im:history} here, {@code channels:history} there. */
    void requireFor(Channel channel, String right) {
        require(channel.kind() + ":" + right);
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(granted));
    }
}
