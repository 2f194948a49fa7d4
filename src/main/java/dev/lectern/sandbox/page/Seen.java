package dev.lectern.sandbox.page;

import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Views;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one person sees alone, from the moment on that this was made. */
final class Seen {
    private final Conversations conversations;
    private final Views views;
    private final Person person;
    private final Set<Message> messagesBefore;
    private final Set<String> hashesBefore;

    Seen(Workspace workspace, Person person) {
        this.conversations = workspace.conversations();
        this.views = workspace.views();
        this.person = person;
        this.messagesBefore = new HashSet<>(conversations.seenOnlyBy(person.id()));
        this.hashesBefore = new HashSet<>(hashes());
    }

    private List<String> hashes() {
        return views.stack(person.id()).stream().map(View::hash).toList();
    }

    /** {@code {"ok":true,"text","messages","view"?}}: the new ephemeral messages, and a modal opened or changed. */
    ObjectNode answer() {
        List<Message> fresh = conversations.seenOnlyBy(person.id()).stream()
                .filter(message -> !messagesBefore.contains(message))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.put("text", fresh.isEmpty() ? "" : fresh.get(0).text());
        ArrayNode messages = answer.putArray("messages");
        conversations.toPage(fresh.stream()).forEach(messages::add);
        top().filter(view -> !hashesBefore.contains(view.hash())).ifPresent(view -> answer.set("view", view.toSlack()));
        return answer;
    }

    Optional<View> top() {
        List<View> stack = views.stack(person.id());
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
    }

    static ObjectNode failed(String error, String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", false);
        answer.put("error", error).put("text", text).putArray("messages");
        return answer;
    }
}
