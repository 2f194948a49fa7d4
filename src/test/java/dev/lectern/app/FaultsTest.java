package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack fails in every way at every message: in the end each stands exactly once. */
class FaultsTest extends OnAMondayMorning {
    private static final Duration RETRIES = Duration.ofMinutes(2);

    private void eachMessageStandsOnce() {
        List<Post> everything = people.everything();
        assertThat(everything.stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(everything.stream().map(post -> post.channel() + post.text()))
                .doesNotHaveDuplicates();
    }

    private long calls(String method, String error) {
        return people.calls().stream()
                .filter(call -> call.method().equals(method))
                .filter(call -> error.isEmpty() || call.error().equals(error))
                .count();
    }

    private void twoNominations() {
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(2)
                .forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "drop_before", "http_500", "internal_error", "fatal_error", "ratelimited"})
    void a_digest_a_ballot_and_a_result_are_posted_once_whatever_slack_does(String kind) {
        int times = 2;
        twoNominations();

        people.fault("chat.postMessage", times, kind);
        people.advance(Duration.ofHours(1));
        people.advance(RETRIES);
        Post ballot = people.the("ballot/");
        people.click(
                People.BEN, ballot, "ballot.vote", ballot.values("ballot.vote").get(1));

        people.fault("chat.postMessage", times, kind);
        people.advance(Duration.ofHours(23));
        people.advance(RETRIES);
        assertThat(people.channel().stream().filter(post -> post.id().startsWith("digest/")))
                .hasSize(2);

        people.fault("chat.postMessage", times, kind);
        people.advance(Duration.ofHours(7));
        people.advance(RETRIES);
        assertThat(people.the("ballot.result/").read()).contains("wins with the approval of 1 of 1 who voted");
        assertThat(people.everything().stream().filter(post -> post.id().startsWith("presenter.ask/")))
                .hasSize(1);
        eachMessageStandsOnce();
        assertThat(people.the("ballot/").ts()).isEqualTo(ballot.ts());
    }

    @Test
    void a_message_that_got_there_without_an_answer_is_found_by_its_metadata_and_not_posted_again() {
        twoNominations();
        people.fault("chat.postMessage", 1, "drop_after");
        people.advance(Duration.ofHours(1).plus(RETRIES));

        Post ballot = people.the("ballot/");
        Map<String, Long> posted = people.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .collect(Collectors.groupingBy(People.Call::id, Collectors.counting()));
        assertThat(posted).containsEntry(ballot.id(), 1L);
        assertThat(calls("conversations.history", "")).isEqualTo(1);
    }

    /** Five real seconds, so only once: all messages go the same way. */
    @Test
    void a_slow_answer_is_waited_for_or_looked_up_but_nothing_is_doubled() {
        twoNominations();
        people.fault("chat.postMessage", 1, "slow");
        people.advance(Duration.ofHours(1).plus(RETRIES));
        assertThat(people.the("ballot/").values("ballot.vote")).hasSize(2);
        eachMessageStandsOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "drop_before", "http_500", "internal_error", "fatal_error", "ratelimited"})
    void a_redraw_is_done_again_until_the_tally_is_right(String kind) {
        twoNominations();
        people.advance(Duration.ofHours(1));
        Post ballot = people.the("ballot/");
        String paper = ballot.values("ballot.vote").get(0);

        people.fault("chat.update", 2, kind);
        people.click(People.BEN, ballot, "ballot.vote", paper);
        people.click(People.CHEN, ballot, "ballot.vote", paper);
        people.advance(RETRIES);

        assertThat(people.the("ballot/").read()).contains("2 votes").contains("2 of 6 voted");
        eachMessageStandsOnce();
    }

    @Test
    void a_workspace_that_knows_no_cards_gets_the_digest_in_sections() {
        people.fault("chat.postMessage", 100, "no_cards");
        people.advance(Duration.ofDays(1));
        Post digest = people.newest("digest/").orElseThrow();
        assertThat(digest.json().path("blocks").toString())
                .contains("\"section\"")
                .doesNotContain("\"card\"");
        String paper = digest.values("ballot.nominate").get(0);
        assertThat(people.click(People.ADA, digest, "ballot.nominate", paper).text())
                .startsWith("Nominated");
        eachMessageStandsOnce();
    }

    @Test
    void a_wait_that_slack_asks_for_is_kept() {
        twoNominations();
        people.fault("chat.postMessage", 1, "ratelimited");
        people.advance(Duration.ofHours(1).plusSeconds(5));

        assertThat(people.the("ballot/").read()).contains("Which paper next?");
        List<People.Call> tries = people.calls().stream()
                .filter(call -> call.id().startsWith("ballot/"))
                .toList();
        assertThat(tries).extracting(People.Call::error).containsExactly("ratelimited", "");
        assertThat(Duration.between(tries.get(0).at(), tries.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void the_question_to_a_presenter_survives_that_its_conversation_cannot_be_opened() {
        twoNominations();
        people.fault("conversations.open", 2, "http_500");
        people.advance(Duration.ofDays(1).plusHours(6));
        people.advance(RETRIES);
        assertThat(people.everything().stream().filter(post -> post.id().startsWith("presenter.ask/")))
                .hasSize(1);
        eachMessageStandsOnce();
    }

    @Test
    void a_form_that_cannot_be_opened_is_said() {
        people.fault("views.open", 1, "http_500");
        assertThat(people.command(People.ADA, "setup").text()).contains("did not let me open the form");
    }

    @Test
    void a_long_outage_delays_and_doubles_nothing() {
        twoNominations();
        people.fault("chat.postMessage", 500, "drop_before");
        people.advance(Duration.ofMinutes(61));
        assertThat(people.channel().stream().filter(post -> post.id().startsWith("ballot/")))
                .isEmpty();
        people.fault("chat.postMessage", 0, "drop_before");
        people.advance(Duration.ofMinutes(11));
        assertThat(people.the("ballot/").values("ballot.vote")).hasSize(2);
        eachMessageStandsOnce();
    }
}
