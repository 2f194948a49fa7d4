package dev.lectern.sandbox.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that the sandbox plays: people, conversations, views, and the ids handed out for answers. */
public final class Workspace {
    private static final String DEACTIVATED = "deactivated";

    private final WorkspaceStore store;
    private final Runnable changed;
    private final InstantSource clock;
    private final Conversations conversations;
    private final Views views;
    private final Files files;
    private final Selections selections = new Selections();
    private final Offers offers = new Offers();
    private final TriggerIds triggers = new TriggerIds();
    private final ResponseUrls responseUrls = new ResponseUrls();

    /** @param changed run after every change that somebody could see; must not block */
    public Workspace(WorkspaceStore store, InstantSource clock, Runnable changed) {
        this.store = store;
        this.changed = changed;
        this.clock = clock;
        this.conversations = new Conversations(store, clock, changed);
        this.views = new Views(store, clock, changed);
        this.files = new Files(store);
    }

    public Instant now() {
        return clock.instant();
    }

    public Conversations conversations() {
        return conversations;
    }

    public Views views() {
        return views;
    }

    public Files files() {
        return files;
    }

    public Selections selections() {
        return selections;
    }

    public Offers offers() {
        return offers;
    }

    public TriggerIds triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    /** The six people; the bot is none of them. */
    public Optional<Person> person(String id) {
        return people().filter(person -> person.id().equals(id)).findFirst();
    }

    private Stream<Person> people() {
        Set<String> deactivated = store.read(DEACTIVATED).keySet();
        return Team.PEOPLE.stream().map(person -> deactivated.contains(person.id()) ? person.deactivated() : person);
    }

    /** Closes somebody's account, for good. */
    public Person deactivate(Person person) {
        store.write(List.of(Change.put(DEACTIVATED, person.id(), JsonNodeFactory.instance.booleanNode(true))));
        changed.run();
        return person.deactivated();
    }

    /** The people and the bot. */
    public List<Person> members() {
        return Stream.concat(people(), Stream.of(Team.BOT_PERSON)).toList();
    }
}
