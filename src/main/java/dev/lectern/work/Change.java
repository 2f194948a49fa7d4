package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be written to one group: state, steps, and the messages that follow, all of it or nothing. Belongs to
 * one thread. What the work that fills it has read must still hold when it is written; otherwise the work runs again.
 */
public final class Change {
    private final GroupKeys keys;
    private final Instant now;
    private final List<List<String>> operations = new ArrayList<>();

    Change(GroupId group, Instant now) {
        this.keys = new GroupKeys(group);
        this.now = now;
    }

    public GroupId group() {
        return keys.group();
    }

    public Instant now() {
        return now;
    }

    /** For stores: a value under the group's key {@code name}. */
    public void set(String name, Object value) {
        operations.add(List.of("SET", keys.of(name), Stored.write(value)));
    }

    /** A value among others under the group's key {@code name}; in place of the one that the field had. */
    public void put(String name, String field, Object value) {
        operations.add(List.of("HSET", keys.of(name), field, Stored.write(value)));
    }

    /** What {@link #put} or {@link #note} put there; nothing where there is nothing. */
    public void remove(String name, String field) {
        operations.add(List.of("HDEL", keys.of(name), field));
    }

    /** Puts a name without a value among others. */
    public void note(String name, String field) {
        operations.add(List.of("HSET", keys.of(name), field, ""));
    }

    public void schedule(Step step) {
        operations.add(List.of("SCHEDULE", step.id(), Long.toString(step.at().toEpochMilli())));
    }

    /** Takes a step off the timeline; nothing where it is not there, or was done. */
    public void unschedule(String name, String key) {
        operations.add(List.of("UNSCHEDULE", new Step(name, key, now).id()));
    }

    public void send(Outgoing message) {
        operations.add(
                List.of("SEND", message.id(), message instanceof Outgoing.Show ? "show" : "post", message.json()));
    }

    /** A command as it is, on the group's own keys. */
    void redis(String... command) {
        operations.add(List.of(command));
    }

    List<List<String>> operations() {
        return operations;
    }
}
