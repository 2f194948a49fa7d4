package dev.lectern;

import dev.lectern.group.ChannelId;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.Settings;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Things that several tests talk about. */
public final class Samples {
    public static final UserId ADA = new UserId("U0ADA");
    public static final UserId BEN = new UserId("U0BEN");
    public static final UserId CLEO = new UserId("U0CLEO");
    public static final UserId DAN = new UserId("U0DAN");
    public static final UserId STRANGER = new UserId("U0STRANGER");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Samples() {}

    /** The n-th paper; ids sort as their numbers do. */
    public static PaperId paper(int n) {
        return PaperId.parse("2401.%05d".formatted(n));
    }

    public static Group group(UserId... members) {
        return new Group(
                new GroupId(new TeamId("T0LECTERN"), new ChannelId("C0READING")),
                "reading-group",
                Settings.defaults(BERLIN),
                new LinkedHashSet<>(List.of(members)),
                ADA,
                Instant.parse("2026-01-05T10:00:00Z"));
    }

    public static List<UserId> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UserId("U%03d".formatted(i)))
                .toList();
    }

    /** In a random order, which is the set's order. */
    public static <T> Set<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return new LinkedHashSet<>(copy);
    }

    public static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Any instant of the twenty-odd years around now, to the minute. */
    public static Instant instant(Random random) {
        return Instant.parse("2015-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(20 * 366 * 24 * 60));
    }
}
