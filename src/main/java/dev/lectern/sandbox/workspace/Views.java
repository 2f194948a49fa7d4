package dev.lectern.sandbox.workspace;

import dev.lectern.sandbox.blocks.BlockIds;
import dev.lectern.sandbox.blocks.StateValues;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everybody's modals and Home tabs. What is changed is in the store before a method returns. Any thread may use it. */
public final class Views {
    private static final String STACKS = "stacks";
    private static final String HOMES = "homes";

    private final Team team;
    private final WorkspaceStore store;
    private final InstantSource clock;
    private final Runnable changed;
    private final ViewShelf shelf = new ViewShelf();

    Views(Team team, WorkspaceStore store, InstantSource clock, Runnable changed) {
        this.team = team;
        this.store = store;
        this.clock = clock;
        this.changed = changed;
        store.read(STACKS)
                .forEach((person, stored) -> shelf.put(
                        person, stored.valueStream().map(this::fromStored).toList()));
        store.read(HOMES).forEach((person, stored) -> shelf.putHome(fromStored(stored)));
    }

    private View fromStored(JsonNode stored) {
        return View.fromStored(stored, team);
    }

    public synchronized List<View> stack(String person) {
        return shelf.stack(person);
    }

    public synchronized Optional<View> home(String person) {
        return shelf.home(person);
    }

    public synchronized Optional<View> find(String id) {
        return shelf.find(id);
    }

    public synchronized Optional<View> findExternal(String externalId) {
        return shelf.findExternal(externalId);
    }

    /** Opens a modal in place of whatever modals the person had open. */
    public synchronized View open(String person, JsonNode definition) {
        String id = Ids.next("V");
        View view = fresh(id, person, definition, id, Optional.empty());
        keep(person, List.of(view));
        return view;
    }

    public boolean isFull(String person) {
        return stack(person).size() >= ViewShelf.DEEPEST;
    }

    /** Puts a modal on top of a stack that is neither empty nor full. */
    public synchronized View push(String person, JsonNode definition) {
        List<View> stack = new ArrayList<>(stack(person));
        View top = stack.get(stack.size() - 1);
        View view = fresh(Ids.next("V"), person, definition, top.rootId(), Optional.of(top.id()));
        stack.add(view);
        keep(person, stack);
        return view;
    }

    /** Gives a view a new definition and hash; what was entered stays where an element stayed. */
    public synchronized View update(View view, JsonNode definition) {
        ObjectNode completed = completed(definition);
        ObjectNode values = StateValues.carriedOver(completed.path("blocks"), view.values());
        View updated = new View(
                view.id(), view.owner(), completed, values, nextHash(), view.rootId(), view.previousId(), team);
        replace(updated);
        return updated;
    }

    public synchronized View publish(String person, JsonNode definition) {
        String id = home(person).map(View::id).orElseGet(() -> Ids.next("V"));
        View home = fresh(id, person, definition, id, Optional.empty());
        keepHome(home);
        return home;
    }

    /** Remembers what a person entered; the view's hash stays, as the app's definition does. */
    public synchronized View hold(View view, UnaryOperator<ObjectNode> entering) {
        View held = view.holding(entering.apply(view.values().deepCopy()));
        replace(held);
        return held;
    }

    /** Takes this modal, and what lies on top of it, off its person's stack. */
    public synchronized void close(View view) {
        List<View> left = stack(view.owner()).stream()
                .takeWhile(open -> !open.id().equals(view.id()))
                .toList();
        keep(view.owner(), left);
    }

    public synchronized void clear(String person) {
        keep(person, List.of());
    }

    private void replace(View view) {
        if (view.definition().path("type").asString("").equals("home")) {
            keepHome(view);
            return;
        }
        keep(
                view.owner(),
                stack(view.owner()).stream()
                        .map(open -> open.id().equals(view.id()) ? view : open)
                        .toList());
    }

    private void keep(String person, List<View> stack) {
        ArrayNode stored = JsonNodeFactory.instance.arrayNode();
        stack.forEach(view -> stored.add(view.toStored()));
        store.write(List.of(Change.put(STACKS, person, stored)));
        shelf.put(person, stack);
        changed.run();
    }

    private void keepHome(View home) {
        store.write(List.of(Change.put(HOMES, home.owner(), home.toStored())));
        shelf.putHome(home);
        changed.run();
    }

    private View fresh(String id, String owner, JsonNode definition, String root, Optional<String> previous) {
        ObjectNode completed = completed(definition);
        return new View(
                id, owner, completed, StateValues.initial(completed.path("blocks")), nextHash(), root, previous, team);
    }

    private static ObjectNode completed(JsonNode definition) {
        ObjectNode copy = (ObjectNode) definition.deepCopy();
        copy.set("blocks", BlockIds.completed(definition.path("blocks"), Ids::forBlock));
        return copy;
    }

    private String nextHash() {
        return clock.instant().getEpochSecond() + "." + Ids.next("").toLowerCase(java.util.Locale.ROOT);
    }
}
