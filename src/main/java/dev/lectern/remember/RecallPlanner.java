package dev.lectern.remember;

import dev.lectern.group.Group;
import dev.lectern.group.Planner;
import dev.lectern.group.Settings;
import dev.lectern.work.Change;
import dev.lectern.work.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Looks on the mornings of a group's digest days whether something comes back; not on all of them, but when it may. */
public final class RecallPlanner implements Planner {
    static final String STEP = "remember.recall";
    private static final String NEXT = "next";

    /** When people are there, also where the digest comes in the evening. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final RecallStore recalls;

    public RecallPlanner(RecallStore recalls) {
        this.recalls = recalls;
    }

    /** A group that has just begun has read nothing, and after a change of settings something may be due. */
    @Override
    public void plan(Change change, Group group) {
        LocalDate today = today(change, group);
        boolean isNew = recalls.find(group.id()).isEmpty();
        if (isNew) {
            recalls.save(change, Recalls.begin());
        }
        look(change, group, isNew ? Recall.nextLook(List.of(), Recalls.begin(), today) : today);
    }

    /** For a group that is older than what comes back: begins with it, once. */
    public void begin(Change change, Group group) {
        if (recalls.find(group.id()).isEmpty()) {
            plan(change, group);
        }
    }

    /** Looks on the first morning from this day on that is still ahead. */
    void look(Change change, Group group, LocalDate from) {
        change.schedule(new Step(STEP, NEXT, next(group.settings(), from, change.now())));
    }

    static LocalDate today(Change change, Group group) {
        return change.now().atZone(group.settings().zone()).toLocalDate();
    }

    /** The first morning of a digest day, from this day on and after this instant, in the group's zone. */
    static Instant next(Settings settings, LocalDate from, Instant after) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(day -> settings.digestDays().contains(day.getDayOfWeek()))
                .map(day -> ZonedDateTime.of(day, MORNING, settings.zone()).toInstant())
                .filter(morning -> morning.isAfter(after))
                .findFirst()
                .orElseThrow();
    }
}
