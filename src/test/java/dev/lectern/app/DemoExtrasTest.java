package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The members whom the visitor does not play. */
class DemoExtrasTest {
    private static final String VISITOR = "U0FATIMA";

    @TempDir
    Path folder;

    private DemoWorld world;

    @BeforeEach
    void begin() {
        world = DemoWorld.begin(folder);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private List<String> act() {
        return world.people().othersAct(VISITOR);
    }

    @Test
    void they_nominate_vote_once_and_answer_but_never_for_the_visitor() {
        assertThat(act()).hasSizeGreaterThan(1).allMatch(did -> did.endsWith("nominates a paper."));

        world.people().next();
        assertThat(act()).hasSize(5).allMatch(did -> did.endsWith("votes.")).noneMatch(did -> did.startsWith("Fatima"));
        world.people().awaitRedraw();
        assertThat(world.people().the("ballot/").read())
                .contains("5 of 6 voted")
                .doesNotContain("Fatima");
        assertThat(act()).as("a second time would take votes back").isEmpty();

        world.people().next();
        world.people().next();
        assertThat(act()).contains("Ada Moreau says yes to presenting.");
        world.people().settle();
        assertThat(world.people().the("presenter/").read()).contains("U0ADA");
    }
}
