package dev.lectern.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Work of a group that was put aside because it can't be done: nothing waits for it, and somebody may release it once
 * the reason is gone.
 *
 * @param id the step's, the message's or the addressee's
 * @param reason what went wrong last, for people who can do something about it
 * @param since when it was put aside; the epoch where that cannot be read
 * @param planned when a step was to be done
 * @param message what was to be sent; empty where it could not even be read
 */
public record Parked(
        Kind kind, String id, String reason, Instant since, Optional<Instant> planned, Optional<Outgoing> message) {

    /** What it is that can't be done. */
    public enum Kind {
        STEP,
        MESSAGE,
        /** All that is posted to an addressee: its messages wait in their order. */
        PLACE;

        /** As keys and programs name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Parked step(String id, String reason, Instant since, Instant planned) {
        return new Parked(Kind.STEP, id, reason, since, Optional.of(planned), Optional.empty());
    }

    static Parked message(String id, String reason, Instant since, Optional<Outgoing> message) {
        return new Parked(Kind.MESSAGE, id, reason, since, Optional.empty(), message);
    }

    static Parked place(String to, String reason, Instant since) {
        return new Parked(Kind.PLACE, to, reason, since, Optional.empty(), Optional.empty());
    }

    /** What stands there under this key cannot be read. */
    static Parked unreadable(String key, String reason) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> key.startsWith(prefix(known)))
                .findFirst()
                .orElse(Kind.STEP);
        String id = key.startsWith(prefix(kind)) ? key.substring(prefix(kind).length()) : key;
        return new Parked(kind, id, reason, Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    /** Whether it can be tried again; what cannot even be read can only be given up. */
    public boolean canBeReleased() {
        return switch (kind) {
            case STEP -> Step.read(id, Instant.EPOCH).isPresent();
            case MESSAGE -> message.isPresent();
            case PLACE -> true;
        };
    }

    /** What tells it from the group's other parked work. */
    public String key() {
        return keyOf(kind, id);
    }

    static String keyOf(Kind kind, String id) {
        return prefix(kind) + id;
    }

    private static String prefix(Kind kind) {
        return kind.word() + "/";
    }
}
