package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.card;
import static dev.lectern.slack.block.Blocks.carousel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lectern.group.UserId;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outgoing;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way to a sandbox: when they are sent, in which blocks, and what is left alone. */
class SlackDeliveryTest extends DeliveringToSandbox {
    @Test
    void a_message_carries_its_id_its_group_and_who_delivered_it() {
        send(to(CHANNEL, "digest/1"));
        JsonNode payload = inChannel().get(0).path("metadata").path("event_payload");
        assertThat(payload.path("id").asString()).isEqualTo("digest/1");
        assertThat(payload.path("group").asString()).isEqualTo("T0LECTERN:C0READING");
        assertThat(payload.path("fence").asLong()).isEqualTo(7);
    }

    @Test
    void when_slack_says_wait_the_other_process_waits_too_without_asking() {
        fault("chat.postMessage", 1, "ratelimited");
        assertThat(later(send(to(CHANNEL, "digest/1"))).after()).hasValue(Duration.ofSeconds(1));

        delivery = process();
        Outcome.Later later = later(send(to(CHANNEL, "digest/2")));
        assertThat(later.reason()).isEqualTo("chat.postMessage: pace");
        assertThat(later.after()).hasValue(Duration.ofSeconds(1));
        assertThat(calls("chat.postMessage")).isEqualTo(1);

        clock.move(Duration.ofSeconds(1));
        receipt(send(to(CHANNEL, "digest/2")));
    }

    @Test
    void who_comes_too_soon_waits_before_anything_is_sent() {
        for (int i = 0; i < 5; i++) {
            receipt(send(to(CHANNEL, "digest/" + i)));
        }
        Outcome.Later later = later(send(to(CHANNEL, "digest/5")));
        assertThat(later.happened()).isFalse();
        assertThat(calls("chat.postMessage")).isEqualTo(5);
        clock.move(later.after().orElseThrow());
        receipt(send(to(CHANNEL, "digest/5")));
    }

    @Test
    void of_many_votes_few_redraws_are_sent_and_the_last_one_shows_the_last_state() {
        Outgoing.Show show = new Outgoing.Show("tally/1", CHANNEL, "tally", "1");
        Receipt place = receipt(send(show));
        List<Outcome> outcomes = new ArrayList<>();
        for (int votes = 1; votes <= 20; votes++) {
            tally = votes + " votes";
            outcomes.add(send(GROUP, show, Optional.of(place), Optional.empty()));
        }
        assertThat(outcomes).filteredOn(Outcome.Sent.class::isInstance).hasSize(2);
        clock.move(later(outcomes.get(19)).after().orElseThrow());
        receipt(send(GROUP, show, Optional.of(place), Optional.empty()));
        assertThat(inChannel().get(0).path("text").asString()).isEqualTo("20 votes");
        assertThat(calls("chat.update")).isEqualTo(3);
    }

    @Test
    void the_right_to_deliver_is_made_sure_of_before_every_call() {
        receipt(send(to(ADA, "presenter.ask/0")));
        delivery = process();
        right.kept = 0;
        long before = get("/sandbox/calls").path("calls").size();
        receipt(sendAgain(to(ADA, "presenter.ask/1")));
        assertThat(get("/sandbox/calls").path("calls").size() - before).isEqualTo(3);
        assertThat(right.kept).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void who_lost_the_right_calls_no_more_not_even_for_the_next_page(int kept) {
        chatter(120);
        right.lostAfter = kept;
        assertThatThrownBy(() -> sendAgain(to(CHANNEL, "digest/1"))).hasMessage("somebody else delivers");
        assertThat(get("/sandbox/calls").path("calls").size()).isEqualTo(kept);
    }

    @Test
    void a_message_that_somebody_took_away_is_not_posted_again() {
        Outgoing.Show show = new Outgoing.Show("tally/1", CHANNEL, "tally", "1");
        Receipt place = receipt(send(show));
        post("/api/chat.delete", Map.of("channel", CHANNEL, "ts", place.ts()));
        tally = "1 vote";
        assertThat(send(GROUP, show, Optional.of(place), Optional.empty())).isEqualTo(new Outcome.Dropped());
        assertThat(inChannel()).isEmpty();
    }

    @Test
    void what_slack_never_takes_is_refused_with_its_reason() {
        assertThat(send(to("U0NOBODY", "asking/1")))
                .asInstanceOf(type(Outcome.Refused.class))
                .extracting(Outcome.Refused::reason)
                .isEqualTo("conversations.open: user_not_found");
    }

    @Test
    void a_channel_that_takes_nothing_is_closed_until_somebody_sees_to_it() {
        assertThat(send(to("C0NOWHERE", "digest/1")))
                .isEqualTo(new Outcome.Closed("chat.postMessage: channel_not_found"));
        assertThat(send(to("C0RANDOM", "digest/1"))).isEqualTo(new Outcome.Closed("chat.postMessage: not_in_channel"));
        Outgoing.Show show = new Outgoing.Show("tally/1", CHANNEL, "tally", "1");
        Receipt place = receipt(send(show));
        post("/sandbox/channels/" + CHANNEL + "/archive", Map.of());
        tally = "1 vote";
        assertThat(send(GROUP, show, Optional.of(place), Optional.empty()))
                .isEqualTo(new Outcome.Closed("chat.update: is_archived"));
    }

    @Test
    void a_workspace_without_cards_gets_sections_and_is_not_asked_again() {
        fault("chat.postMessage", 100, "no_cards");
        receipt(send(to(CHANNEL, "digest/1", carousel(List.of(card("Attention"), card("Mamba"))))));
        assertThat(inChannel().get(0).path("blocks").toString())
                .contains("section", "Attention", "Mamba")
                .doesNotContain("carousel");
        assertThat(calls("chat.postMessage")).isEqualTo(2);

        receipt(send(to(CHANNEL, "digest/2", carousel(List.of(card("Attention"))))));
        assertThat(calls("chat.postMessage")).isEqualTo(3);
    }

    @Test
    void a_workspace_without_charts_gets_bars_of_text_and_is_not_asked_again() {
        Block chart = Blocks.barChart("Approvals", "Votes", List.of(new BarChart.Point("1 Mamba", 3)));
        fault("chat.postMessage", 1, "no_cards");
        receipt(send(to(CHANNEL, "ballot/1", chart)));
        assertThat(inChannel().get(0).path("blocks").toString())
                .contains("▰", "Mamba")
                .doesNotContain("data_vis");
        assertThat(calls("chat.postMessage")).isEqualTo(2);

        receipt(send(to(CHANNEL, "ballot/2", chart, card("Attention"))));
        assertThat(calls("chat.postMessage")).isEqualTo(3);
        assertThat(inChannel().get(1).path("blocks").toString()).contains("▰", "\"card\"");
    }

    @Test
    void sections_get_through_also_when_the_cards_took_the_last_room() {
        for (int i = 0; i < 4; i++) {
            receipt(send(to(CHANNEL, "digest/" + i)));
        }
        fault("chat.postMessage", 100, "no_cards");
        Outgoing cards = to(CHANNEL, "digest/4", carousel(List.of(card("Attention"))));
        clock.move(later(send(cards)).after().orElseThrow());
        receipt(send(cards));
        assertThat(inChannel()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "ratelimited", "http_500"})
    void what_shows_a_name_that_cannot_be_asked_now_waits_instead_of_showing_none(String kind) {
        People people = new People(workspaces(), InstantSource.fixed(Instant.EPOCH));
        drawings.register("voters", (group, key) -> Optional.of(Message.of(people.nameOf(new UserId(key)))));
        Outgoing voters = new Outgoing.Show("voters/1", CHANNEL, "voters", ADA);

        fault("users.info", 1, kind);
        assertThat(later(send(voters)).happened()).isFalse();
        assertThat(inChannel()).isEmpty();

        send(voters);
        assertThat(inChannel().get(0).path("text").asString()).isEqualTo("Ada Moreau");
    }

    @Test
    void whom_slack_does_not_know_is_somebody() {
        People people = new People(workspaces(), InstantSource.fixed(Instant.EPOCH));
        drawings.register("voters", (group, key) -> Optional.of(Message.of(people.nameOf(new UserId(key)))));
        send(new Outgoing.Show("voters/2", CHANNEL, "voters", "U0NOBODY"));
        assertThat(inChannel().get(0).path("text").asString()).isEqualTo("somebody");
    }

    private String said(String text) throws Exception {
        String body = "{\"user\":\"U0ADA\",\"channel\":\"C0READING\",\"text\":\"" + text + "\"}";
        return JsonMapper.shared()
                .readTree(http.send(
                                HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/messages"))
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("ts")
                .asString();
    }

    @Test
    void a_card_below_a_link_is_shown_or_left_alone_and_never_a_trouble() throws Exception {
        String link = "https://arxiv.org/abs/2401.12345";
        Outgoing card = below(said(link), link);
        assertThat(send(card)).isInstanceOf(Outcome.Sent.class);
        assertThat(sendAgain(card)).isInstanceOf(Outcome.Sent.class);
        assertThat(send(below("1.000001", link))).as("a message that is gone").isInstanceOf(Outcome.Dropped.class);
        without("links:write");
        assertThat(send(below(said(link), link))).as("without the scope").isInstanceOf(Outcome.Dropped.class);
    }

    private static Outgoing below(String ts, String link) {
        return Outbound.below("unfurl/" + ts, GROUP.channel(), ts, Map.of(link, List.of(Blocks.section("A paper"))));
    }
}
