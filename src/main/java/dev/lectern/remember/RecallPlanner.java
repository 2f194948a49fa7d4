package dev.lectern.remember;

import dev.lectern.group.Group;
import dev.lectern.group.Planner;
import dev.lectern.group.Settings;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** Looks on the morning of each of a group's digest days whether something comes back. */
public final class RecallPlanner implements Planner {
    static final String STEP = "remember.recall";
    private static final String NEXT = "next";

    /** When people are there, also where the digest comes in the evening. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final RecallStore recalls;

    public RecallPlanner(RecallStore recalls) {
        this.recalls = recalls;
    }

    @Override
    public void plan(Change change, Group group) {
        if (recalls.find(group.id()).isEmpty()) {
            recalls.save(change, Recalls.begin());
        }
        planNext(change, group);
    }

    /** For a group that is older than what comes back: begins with it, once. */
    public void begin(Change change, Group group) {
        if (recalls.find(group.id()).isEmpty()) {
            plan(change, group);
        }
    }

    void planNext(Change change, Group group) {
        change.schedule(new Step(STEP, NEXT, next(group.settings(), change.now())));
    }

    /** The first morning of a digest day after this instant, in the group's zone. */
    static Instant next(Settings settings, Instant after) {
        return Stream.iterate(after.atZone(settings.zone()).toLocalDate(), day -> day.plusDays(1))
                .filter(day -> settings.digestDays().contains(day.getDayOfWeek()))
                .map(day -> ZonedDateTime.of(day, MORNING, settings.zone()).toInstant())
                .filter(morning -> morning.isAfter(after))
                .findFirst()
                .orElseThrow();
    }
}
