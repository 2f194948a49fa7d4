package dev.lectern.sandbox.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that the sandbox plays: people, conversations, views, and the ids handed out for answers. */
public final class Workspace {
    private static final String DEACTIVATED = "deactivated";
    private static final String RANKS = "ranks";
    private static final String LOCALES = "locales";

    private final Team team;
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
    public Workspace(Team team, WorkspaceStore store, InstantSource clock, Runnable changed) {
        this.team = team;
        this.store = store;
        this.changed = changed;
        this.clock = clock;
        this.conversations = new Conversations(team, store, clock, changed);
        this.views = new Views(team, store, clock, changed);
        this.files = new Files(store);
    }

    public Team team() {
        return team;
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
        Map<String, JsonNode> ranks = store.read(RANKS);
        Map<String, JsonNode> locales = store.read(LOCALES);
        return Team.PEOPLE.stream()
                .map(person -> deactivated.contains(person.id()) ? person.deactivated() : person)
                .map(person -> Optional.ofNullable(ranks.get(person.id()))
                        .flatMap(rank -> Rank.of(rank.asString()))
                        .map(person::withRank)
                        .orElse(person))
                .map(person -> Optional.ofNullable(locales.get(person.id()))
                        .map(locale -> person.withLocale(locale.asString()))
                        .orElse(person));
    }

    /** What somebody's account may do from now on. */
    public Person give(Person person, Rank rank) {
        set(RANKS, person, rank.toString());
        return person.withRank(rank);
    }

    /** Somebody chooses in what language Slack speaks to them. */
    public Person read(Person person, String locale) {
        set(LOCALES, person, locale);
        return person.withLocale(locale);
    }

    private void set(String collection, Person person, String value) {
        store.write(List.of(Change.put(collection, person.id(), JsonNodeFactory.instance.stringNode(value))));
        changed.run();
    }

    /** Closes somebody's account, for good. */
    public Person deactivate(Person person) {
        store.write(List.of(Change.put(DEACTIVATED, person.id(), JsonNodeFactory.instance.booleanNode(true))));
        changed.run();
        return person.deactivated();
    }

    /** The people and the bot. */
    public List<Person> members() {
        return Stream.concat(people(), Stream.of(team.botPerson())).toList();
    }
}
