package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody said under which address calendars reach Lectern. */
class NoCalendarsTest {
    @Test
    void the_organizer_reads_what_is_missing_and_the_others_who_reads_it(@TempDir Path folder) {
        try (TwoLecterns world = new TwoLecterns(folder)) {
            assertThat(world.people.command(People.ADA, "calendar").text())
                    .contains("whoever runs this Lectern sets `LECTERN_PUBLIC_URL`");
            world.people.command(People.BEN, "join");
            assertThat(world.people.command(People.BEN, "calendar").text())
                    .contains("not set up", "<@U0ADA>")
                    .doesNotContain("LECTERN_PUBLIC_URL");
        }
    }
}
