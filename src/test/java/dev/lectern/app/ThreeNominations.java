package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A reading group in the sandbox on a Monday morning, with three papers that a vote may open on. */
abstract class ThreeNominations {
    static final Instant CLOSES = Instant.parse("2026-04-07T13:00:00Z");
    static final Instant EIGHT_IN_THE_MORNING = Instant.parse("2026-04-07T06:00:00Z");
    static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");

    DemoWorld world;
    Post digest;
    List<String> papers;

    @BeforeEach
    void a_monday_morning_with_three_nominations(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        digest = people().newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    People people() {
        return world.people();
    }

    Post openVote() {
        return openVoteOn(3);
    }

    Post openVoteOn(int papers) {
        assertThat(people().command(People.BEN, "vote").text()).contains("The vote is open, on " + papers + " papers");
        people().settle();
        return people().the("ballot/");
    }

    Post hub(String user) {
        return people().command(user, "ballot").posts().get(0);
    }

    void vote(String user, Post ballot, String paper) {
        assertThat(people().click(user, ballot, "ballot.vote", paper).text()).isEmpty();
    }

    View manage(Post ballot) {
        return people().click(People.ADA, ballot, "ballot.manage").opened();
    }

    void ruled(Map<String, Object> rules) {
        View form = people().click(People.ADA, hub(People.ADA), "ballot.rules").opened();
        assertThat(people().submit(People.ADA, form, rules).result()).isEqualTo("closed");
        people().settle();
    }

    void withdraw(String paper) {
        PaperStore store = new PaperStore(world.redis());
        store.save(
                store.find(PaperId.parse(paper)).orElseThrow().facts().withWithdrawn(people().now()), people().now());
    }

    static String title(Post ballot, String paper) {
        return Shown.linked(ballot.blockOf("ballot.vote", paper)
                        .path("text")
                        .path("text")
                        .asString())
                .orElseThrow();
    }

    Answer submitWith(View form, Map<String, Object> values) {
        return people().submit(People.ADA, form, values);
    }
}
