package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lectern and the sandbox stop in the middle of a ballot, in order or not, and others go on from the same Redis. */
class RestartTest {
    private DemoWorld world;
    private Post ballot;
    private List<String> papers;

    @BeforeEach
    void in_the_middle_of_a_ballot(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        Post digest = people().newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate").subList(0, 2);
        papers.forEach(paper -> people().click(People.ADA, digest, "ballot.nominate", paper));
        people().advance(Duration.ofHours(1));
        ballot = people().the("ballot/");
        vote(People.BEN, papers.get(1));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private void vote(String user, String paper) {
        people().click(user, ballot, "ballot.vote", paper);
    }

    @Test
    void votes_deadline_and_messages_go_on_after_a_crash() {
        people().settle();
        Map<String, String> kept = world.kept(People.READING);
        List<Post> everything = people().everything();

        world.crashAndStartAgain();

        people().settle();
        assertThat(world.kept(People.READING)).isEqualTo(kept);
        assertThat(people().everything()).isEqualTo(everything);
        vote(People.CHEN, papers.get(1));
        vote(People.DIYA, papers.get(0));
        people().settle();
        Post redrawn = people().the("ballot/");
        assertThat(redrawn.ts()).isEqualTo(ballot.ts());
        assertThat(redrawn.read()).contains("2 votes: Ben Okafor, Chen Yulan").contains("3 of 6 voted");
        theRestGoesAsPlanned();
    }

    @Test
    void a_vote_that_was_taken_right_before_a_crash_counts_and_shows() {
        world.crashAndStartAgain();
        people().settle();
        assertThat(people().the("ballot/").read())
                .contains("1 vote: Ben Okafor")
                .contains("1 of 6 voted");
        theRestGoesAsPlanned();
    }

    @Test
    void an_orderly_stop_changes_nothing_either() {
        people().settle();
        List<Post> everything = people().everything();
        world.stopAndStartAgain();
        people().settle();
        assertThat(people().everything()).isEqualTo(everything);
        theRestGoesAsPlanned();
    }

    @Test
    void a_crash_at_every_step_doubles_nothing() {
        for (int step = 0; step < 12; step++) {
            people().next();
            world.crashAndStartAgain();
        }
        people().settle();
        List<Post> everything = people().everything();
        assertThat(everything.stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(people().the("ballot.result/2026-04-09").read())
                .contains("wins with the approval of 1 of 1 who voted");
        assertThat(everything.stream().map(Post::id)).contains("meeting.remind/2026-04-09", "meeting.start/2026-04-09");
    }

    @Test
    void a_message_whose_answer_was_lost_is_not_posted_again_after_a_crash() {
        people().fault("chat.postMessage", 1, "drop_after");
        people().advance(Duration.ofDays(1).plusHours(5).minusMinutes(58));
        people().fault("chat.postMessage", 1, "drop_after");
        people().goTo(ballotCloses());
        world.crashAndStartAgain();
        people().advance(Duration.ofMinutes(2));
        theRestGoesAsPlanned();
    }

    private java.time.Instant ballotCloses() {
        return java.time.Instant.parse("2026-04-07T13:00:00Z");
    }

    private void theRestGoesAsPlanned() {
        people().goTo(ballotCloses());
        people().advance(Duration.ofMinutes(1));
        Post result = people().the("ballot.result/");
        assertThat(result.at()).isBetween(ballotCloses(), ballotCloses().plusSeconds(30));
        assertThat(result.values("paper.details")).containsExactly(papers.get(1));
        assertThat(people().the("ballot/").ts()).isEqualTo(ballot.ts());
        people().advance(Duration.ofDays(2).plusMinutes(5));
        people().the("meeting.remind/");
        people().the("meeting.start/");
        assertThat(people().everything().stream().map(Post::id))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(people().everything().stream().map(post -> post.channel() + post.text()))
                .doesNotHaveDuplicates();
    }
}
