package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.util.List;

/** The names of a group's keys: all under one hash tag, so that one script covers them, on a Cluster too. */
public record GroupKeys(GroupId group) {

    public String of(String name) {
        return "lectern:{" + group + "}:" + name;
    }

    String timeline() {
        return of("timeline");
    }

    String outbox() {
        return of("outbox");
    }

    String entries() {
        return of("outbox:entries");
    }

    String wanted() {
        return of("outbox:wanted");
    }

    /** How often each message was tried in vain, and since when its outcome is unknown. */
    String tries() {
        return of("outbox:tries");
    }

    /** Until when deliveries rest, by addressee. */
    String pauses() {
        return of("outbox:pauses");
    }

    String sent() {
        return of("sent");
    }

    String revision() {
        return of("revision");
    }

    String leases() {
        return of("leases");
    }

    /** How often a step failed so far. */
    String failures() {
        return of("failures");
    }

    String parked() {
        return of("parked");
    }

    /** The answer that a request got, for as long as the same one may come again. */
    public String answer(RequestId request) {
        return of("answer:" + request.value());
    }

    /** The keys that every changing script takes first, in the order that {@code outbox.lua} names them. */
    public List<String> forScripts() {
        return List.of(revision(), timeline(), outbox(), entries(), wanted(), sent(), pauses());
    }
}
