package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever error Slack answers, nothing is lost in silence: the organizer hears of it, and it comes once it can. */
class RefusedTest extends OnAMondayMorning {
    private List<Post> digests() {
        return people.channel().stream()
                .filter(post -> post.id().startsWith("digest/"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "not_in_channel, 1, is not in the channel",
        "channel_not_found, 1, there is no such channel",
        "is_archived, 1, is archived",
        "restricted_action, 1, does not let the app post there",
        "invalid_blocks, 2, does not take the message as it is",
        "msg_too_long, 1, does not take the message as it is",
        "missing_scope, 1, may not do that",
        "ekm_access_denied, 1, lets the app do nothing just now",
        "something_new, 1, does not take it (something_new)"
    })
    void a_digest_that_slack_refuses_is_named_to_the_organizer_and_posted_once_when_tried_again(
            String error, int times, String named) {
        people.refuse("chat.postMessage", times, error);
        people.advance(Duration.ofHours(24));
        assertThat(digests()).hasSize(1);
        Post told = people.the("parked/");
        assertThat(told.read()).contains(named);
        assertThat(people.direct(People.ADA)).extracting(Post::ts).contains(told.ts());

        people.click(People.ADA, told, "status.again");
        people.advance(Duration.ofMinutes(2));
        assertThat(digests()).hasSize(2);
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void a_form_that_slack_does_not_open_is_said_to_whoever_asked_for_it() {
        people.refuse("views.open", 2, "expired_trigger_id");
        assertThat(people.command(People.ADA, "setup").text()).contains("did not let me open the form");

        Post digest = digests().get(0);
        String paper = digest.values("paper.details").get(0);
        People.Answer answer = people.click(People.BEN, digest, "paper.details", paper);
        assertThat(answer.view()).isEmpty();
        assertThat(answer.text()).contains("did not let me open the form. Please try again");
        assertThat(people.click(People.BEN, digest, "paper.details", paper).view())
                .isPresent();
    }

    @Test
    void a_rate_limit_is_waited_for_and_told_nobody() {
        people.fault("chat.postMessage", 3, "ratelimited");
        people.advance(Duration.ofHours(24).plusMinutes(5));
        assertThat(digests()).hasSize(2);
        assertThat(people.newest("parked/")).isEmpty();
    }

    @Test
    void a_name_that_slack_does_not_tell_keeps_no_message_back() {
        people.refuse("users.info", 1_000, "missing_scope");
        people.command(People.BEN, "present");
        people.advance(Duration.ofDays(4));
        assertThat(digests().size()).isGreaterThan(2);
        assertThat(people.command(People.ADA, "schedule").text()).isNotEmpty();
        assertThat(people.newest("parked/")).isEmpty();
    }

    @Test
    void a_home_that_cannot_be_published_is_there_the_next_time() {
        people.home(People.ADA);
        people.refuse("views.publish", 1, "hash_conflict");
        people.home(People.BEN);
        assertThat(people.home(People.BEN).read()).contains("reading-group");
    }
}
