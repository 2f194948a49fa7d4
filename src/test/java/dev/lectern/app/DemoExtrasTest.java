package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.TallyShown;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(Method.class)
    void they_vote_once_by_every_method_also_where_nobody_can_see_it(Method method) {
        People people = world.people();
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(3)
                .forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        BallotAtHand.rules(
                world.redis(),
                VotingRules.DEFAULT.with(method).with(Secrecy.SECRET).with(TallyShown.AT_CLOSE));
        people.command(People.ADA, "vote");
        people.settle();
        assertThat(act()).hasSize(5).allMatch(did -> did.endsWith("votes."));
        people.awaitRedraw();
        assertThat(people.the("ballot/").read()).contains("5 of 6 voted");
        assertThat(act()).as("they have voted").isEmpty();
        assertThat(people.modals(People.BEN)).isEmpty();
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

        // The visitor is reminded of the vote, it closes, and somebody is asked to present.
        world.people().next();
        world.people().next();
        world.people().next();
        assertThat(act()).contains("Ada Moreau says yes to presenting.");
        world.people().settle();
        assertThat(world.people().the("presenter/").read()).contains("U0ADA");
    }
}
