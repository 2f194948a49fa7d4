package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A group nominates one paper twice, by a title and by an arXiv id; while they vote, a source tells that it is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePaperTest {
    private static final ArxivId ARXIV = new ArxivId("2401.00042");
    private static final String TITLE = "A Paper as a Page Calls It";
    private static final String BROUGHT = "The same paper as Ben calls it";

    private DemoWorld world;
    private People people;
    private PaperStore papers;
    private String byTitle;
    private Post before;

    @BeforeAll
    void two_nominations_of_one_paper_and_a_vote(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        papers = new PaperStore(world.redis());
        byTitle = papers.save(Draft.titled(TITLE), people.now()).id().value();
        String third =
                people.newest("digest/").orElseThrow().values("ballot.nominate").get(0);
        assertThat(people.command(People.ADA, "nominate " + TITLE).text()).startsWith("Nominated");
        assertThat(people.command(People.BEN, "nominate " + ARXIV + " " + BROUGHT)
                        .text())
                .startsWith("Nominated");
        people.click(People.CHEN, people.newest("digest/").orElseThrow(), "ballot.nominate", third);
        assertThat(people.command(People.ADA, "vote").text()).startsWith("The vote is open, on 3 papers");
        people.settle();
        before = people.the("ballot/");
        String brought = before.values("ballot.vote").stream()
                .filter(paper -> paper.endsWith(ARXIV.value()))
                .findFirst()
                .orElseThrow();
        vote(People.ADA, byTitle);
        vote(People.BEN, byTitle);
        vote(People.BEN, brought);
        vote(People.CHEN, brought);
        vote(People.DIYA, third);
        people.awaitRedraw();
        papers.save(Draft.titled(TITLE).withArxivId(ARXIV), people.now());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private void vote(String user, String paper) {
        assertThat(people.click(user, before, "ballot.vote", paper).text()).isEmpty();
    }

    @Test
    void it_is_one_candidate_with_the_votes_of_both_and_one_line_of_the_backlog() {
        int messages = people.channel().size();
        assertThat(people.command(People.EMIL, "backlog").posts().get(0).read())
                .contains(TITLE)
                .doesNotContain(BROUGHT);
        assertThat(people.command(People.EMIL, "nominate " + BROUGHT).text()).contains("is nominated already");
        assertThat(people.command(People.EMIL, "nominate " + TITLE).text()).contains("is nominated already");

        vote(People.EMIL, byTitle);
        people.awaitRedraw();
        Post ballot = people.the("ballot/");
        assertThat(ballot.values("ballot.vote")).hasSize(2).contains(byTitle);
        assertThat(ballot.blockOf("ballot.vote", byTitle).toString())
                .contains(TITLE)
                .contains("4 votes: Ada Moreau, Ben Okafor, Chen Yulan, Emil");
        assertThat(people.channel()).hasSize(messages);

        people.click(People.EMIL, ballot, "ballot.vote", byTitle);
        people.click(People.BEN, ballot, "ballot.vote", byTitle);
        people.awaitRedraw();
        assertThat(people.the("ballot/").blockOf("ballot.vote", byTitle).toString())
                .contains("2 votes: Ada Moreau, Chen Yulan");

        people.advance(Duration.ofDays(7));
        List<Post> results = people.channel().stream()
                .filter(post -> post.id().startsWith("ballot.result/"))
                .toList();
        assertThat(results).isNotEmpty();
        assertThat(results.get(0).text()).contains(TITLE).contains("won the vote");
        for (String name : List.of(TITLE, BROUGHT, "https://arxiv.org/abs/" + ARXIV + "v2")) {
            assertThat(people.command(People.FATIMA, "nominate " + name).text())
                    .containsPattern("read already|chosen already");
        }
    }
}
