package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is looked for before it is posted again, how far, and what is done where nobody can look. */
class LookBackTest extends DeliveringToSandbox {
    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "fatal_error"})
    void what_got_there_without_an_answer_is_found_and_not_posted_again(String kind) {
        fault("chat.postMessage", 1, kind);
        assertThat(later(send(to(CHANNEL, "digest/1"))).happened()).isTrue();

        Receipt found = receipt(sendAgain(to(CHANNEL, "digest/1")));
        assertThat(inChannel()).hasSize(1);
        assertThat(found.ts()).isEqualTo(inChannel().get(0).path("ts").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "http_500", "internal_error"})
    void what_may_have_got_there_and_did_not_is_posted_after_a_look(String kind) {
        fault("chat.postMessage", 1, kind);
        assertThat(later(send(to(CHANNEL, "digest/1"))).happened()).isTrue();

        receipt(sendAgain(to(CHANNEL, "digest/1")));
        assertThat(inChannel()).hasSize(1);
        assertThat(calls("conversations.history")).isEqualTo(1);
    }

    @Test
    void an_answer_stands_in_the_thread_of_the_message_above_it() {
        Receipt above = receipt(send(to(CHANNEL, "meeting.start/1")));
        Outgoing answer = to(CHANNEL, "meeting.thread/1").inThreadOf("meeting.start/1");
        Receipt below = receipt(sendBelow(answer, Optional.of(above), Optional.empty()));
        JsonNode posted = inChannel().stream()
                .filter(message -> message.path("ts").asString().equals(below.ts()))
                .findFirst()
                .orElseThrow();
        assertThat(posted.path("thread_ts").asString()).isEqualTo(above.ts());
    }

    @Test
    void an_answer_that_got_there_without_a_receipt_is_found_in_its_thread_and_not_posted_again() {
        Receipt above = receipt(send(to(CHANNEL, "meeting.start/1")));
        Outgoing answer = to(CHANNEL, "meeting.thread/1").inThreadOf("meeting.start/1");
        fault("chat.postMessage", 1, "drop_after");
        assertThat(later(sendBelow(answer, Optional.of(above), Optional.empty()))
                        .happened())
                .isTrue();

        receipt(sendBelow(answer, Optional.of(above), Optional.of(clock.instant())));
        assertThat(inChannel()).hasSize(2);
        assertThat(calls("conversations.replies")).isEqualTo(1);
        assertThat(calls("conversations.history")).isZero();
    }

    @Test
    void an_answer_to_a_message_that_never_got_there_is_dropped() {
        Outgoing answer = to(CHANNEL, "meeting.thread/1").inThreadOf("meeting.start/1");
        assertThat(sendBelow(answer, Optional.empty(), Optional.empty())).isInstanceOf(Outcome.Dropped.class);
        assertThat(inChannel()).isEmpty();
    }

    @Test
    void the_same_id_from_another_group_is_another_message() {
        receipt(send(SISTER, to(ADA, "presenter.ask/1"), Optional.empty(), Optional.empty()));
        receipt(sendAgain(to(ADA, "presenter.ask/1")));
        assertThat(toAda()).hasSize(2);
        receipt(sendAgain(to(ADA, "presenter.ask/1")));
        assertThat(toAda()).hasSize(2);
    }

    @Test
    void a_message_that_much_was_said_after_is_found_on_an_older_page() {
        Receipt posted = receipt(send(to(CHANNEL, "digest/1")));
        chatter(120);
        assertThat(receipt(sendAgain(to(CHANNEL, "digest/1"))).ts()).isEqualTo(posted.ts());
        assertThat(calls("conversations.history")).isEqualTo(2);
    }

    @Test
    void who_looked_back_far_enough_looks_no_further() {
        chatter(120);
        clock.move(Duration.ofMinutes(11));
        receipt(sendAgain(to(CHANNEL, "digest/1")));
        assertThat(calls("conversations.history")).isEqualTo(1);
        assertThat(inChannel()).hasSize(1);
    }

    @Test
    void a_clock_that_was_off_by_days_does_not_hide_what_is_on_the_newest_page() {
        Receipt posted = receipt(send(to(CHANNEL, "digest/1")));
        Instant wrong = clock.instant().plus(Duration.ofDays(3));
        assertThat(receipt(sendAgain(to(CHANNEL, "digest/1"), wrong)).ts()).isEqualTo(posted.ts());
    }

    @Test
    void behind_two_hundred_newer_messages_nobody_looks_and_the_message_says_what_is_better() {
        receipt(send(to(CHANNEL, "digest/1")));
        receipt(send(to(CHANNEL, "setup/1")));
        chatter(200);
        assertThat(sendAgain(to(CHANNEL, "setup/1").notTwice())).isEqualTo(new Outcome.Dropped());
        assertThat(calls("conversations.history")).isEqualTo(2);
        receipt(sendAgain(to(CHANNEL, "digest/1")));
        assertThat(inChannel()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANNEL, ADA})
    void where_history_is_not_granted_the_message_says_whether_twice_is_better_than_not_at_all(String to) {
        without(to.equals(ADA) ? "im:history" : "channels:history");
        assertThat(sendAgain(to(to, "setup/1").notTwice())).isEqualTo(new Outcome.Dropped());
        assertThat(calls("chat.postMessage")).isZero();
        receipt(sendAgain(to(to, "digest/1")));
        assertThat(calls("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void a_look_that_slack_puts_off_leaves_it_open_whether_the_message_is_there() {
        fault("conversations.history", 1, "ratelimited");
        Outcome.Later later = later(sendAgain(to(CHANNEL, "digest/1")));
        assertThat(later.after()).hasValue(Duration.ofSeconds(1));
        assertThat(later.happened()).isFalse();
        assertThat(calls("chat.postMessage")).isZero();
    }
}
