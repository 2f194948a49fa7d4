package dev.lectern.sandbox.workspace;

import dev.lectern.sandbox.workspace.TriggerIds.Exchange.Exchanged;
import dev.lectern.sandbox.workspace.TriggerIds.Exchange.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Trigger ids: good for one use within 3 seconds of the interaction (docs.slack.dev/interactivity). */
public final class TriggerIds {
    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final int REMEMBERED = 1_000;

    /** What became of a trigger id that the app handed back. */
    public sealed interface Exchange {
        record Exchanged(String person) implements Exchange {}

        record Refused(String error) implements Exchange {}
    }

    private record Trigger(String person, Instant issued, boolean used) {}

    private final Map<String, Trigger> issued = new LinkedHashMap<>();

    public synchronized String issue(String person, Instant now) {
        String id = now.toEpochMilli() + "." + 1_000_000L + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 60));
        issued.put(id, new Trigger(person, now, false));
        if (issued.size() > REMEMBERED) {
            issued.remove(issued.keySet().iterator().next());
        }
        return id;
    }

    /** Whether it was handed out here, whatever became of it. */
    public synchronized boolean knows(String id) {
        return issued.containsKey(id);
    }

    public synchronized Exchange exchange(String id, Instant now) {
        Trigger trigger = issued.get(id);
        if (trigger == null) {
            return new Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            return new Refused("exchanged_trigger_id");
        }
        if (now.isAfter(trigger.issued().plus(LIFE))) {
            return new Refused("expired_trigger_id");
        }
        issued.put(id, new Trigger(trigger.person(), trigger.issued(), true));
        return new Exchanged(trigger.person());
    }
}
