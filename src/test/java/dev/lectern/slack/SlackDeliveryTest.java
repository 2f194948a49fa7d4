package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.card;
import static dev.lectern.slack.block.Blocks.carousel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.redis.Json;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery;
import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way to a sandbox: what is posted, what is looked for first, what is left alone. */
class SlackDeliveryTest {
    private static final String TOKEN = "xoxb-sandbox-test";
    private static final GroupId GROUP = GroupId.parse("T0LECTERN:C0READING");
    private static final GroupId SISTER = GroupId.parse("T0LECTERN:C0PAPERS");
    private static final String CHANNEL = "C0READING";
    private static final String ADA = "U0ADA";

    private final MovedClock clock = new MovedClock();
    private final UnifiedJedis redis = TestRedis.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Right right = new Right();
    private final Drawings drawings = new Drawings();
    private Sandbox sandbox = started(SandboxConfiguration.DEFAULT_SCOPES);
    private SlackDelivery delivery = process();
    private String tally = "no votes";

    SlackDeliveryTest() {
        drawings.register("tally", (group, key) -> Optional.of(Message.of(tally)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Sandbox started(Set<String> scopes) {
        return Sandbox.start(
                SandboxConfiguration.of(TOKEN, "shh").withScopes(scopes).aheadOf(clock));
    }

    private SlackDelivery process() {
        return new SlackDelivery(workspaces(), drawings, Scenes.english(), new PaceStore(redis, clock));
    }

    private Workspaces workspaces() {
        return Workspaces.single(
                new Installation(GROUP.team(), TOKEN, "U0BOT", "B0BOT"), new SlackApi(sandbox.apiUrl(), TOKEN));
    }

    private void without(String scope) {
        sandbox.close();
        Set<String> scopes = new HashSet<>(SandboxConfiguration.DEFAULT_SCOPES);
        scopes.remove(scope);
        sandbox = started(scopes);
        delivery = process();
    }

    /** The right to deliver, until it is lost. */
    private static final class Right implements Delivery.Hold {
        private int kept;
        private int lostAfter = Integer.MAX_VALUE;

        @Override
        public long fence() {
            return 7;
        }

        @Override
        public void keep() {
            if (kept == lostAfter) {
                throw new IllegalStateException("somebody else delivers");
            }
            kept++;
        }
    }

    private static Outgoing.Post to(String to, String id, Block... blocks) {
        return new Outgoing.Post(id, to, BlockJson.write(Message.of("message " + id, blocks)));
    }

    private Outcome send(Outgoing message) {
        return send(GROUP, message, Optional.empty(), Optional.empty());
    }

    private Outcome sendAgain(Outgoing message) {
        return sendAgain(message, clock.instant());
    }

    private Outcome sendAgain(Outgoing message, Instant unknownSince) {
        return send(GROUP, message, Optional.empty(), Optional.of(unknownSince));
    }

    private Outcome send(GroupId group, Outgoing message, Optional<Receipt> before, Optional<Instant> unknownSince) {
        return delivery.deliver(new Attempt(group, message, before, Optional.empty(), unknownSince, right));
    }

    private Outcome sendBelow(Outgoing message, Optional<Receipt> thread, Optional<Instant> unknownSince) {
        return delivery.deliver(new Attempt(GROUP, message, Optional.empty(), thread, unknownSince, right));
    }

    private static Receipt receipt(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        return ((Outcome.Sent) outcome).receipt();
    }

    private static Outcome.Later later(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        return (Outcome.Later) outcome;
    }

    private JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(sandbox.url() + path)));
    }

    private void post(String path, Map<String, Object> body) {
        JsonNode answer = answer(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
        assertThat(answer.path("ok").asBoolean()).as("%s: %s", path, answer).isTrue();
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            return Json.MAPPER.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void fault(String method, int times, String kind) {
        post("/sandbox/faults", Map.of("method", method, "times", times, "kind", kind));
    }

    private void chatter(int messages) {
        for (int i = 0; i < messages; i++) {
            post("/sandbox/messages", Map.of("user", ADA, "channel", CHANNEL, "text", "chatter " + i));
        }
    }

    private List<JsonNode> inChannel() {
        return ours(get("/sandbox/channels/" + CHANNEL + "/messages"));
    }

    private List<JsonNode> toAda() {
        return ours(get("/sandbox/users/" + ADA + "/messages"));
    }

    private static List<JsonNode> ours(JsonNode answer) {
        return answer.path("messages")
                .valueStream()
                .filter(message -> message.has("bot_id"))
                .toList();
    }

    private long calls(String method) {
        return get("/sandbox/calls?method=" + method).path("calls").size();
    }

    @Test
    void a_message_carries_its_id_its_group_and_who_delivered_it() {
        send(to(CHANNEL, "digest/1"));
        JsonNode payload = inChannel().get(0).path("metadata").path("event_payload");
        assertThat(payload.path("id").asString()).isEqualTo("digest/1");
        assertThat(payload.path("group").asString()).isEqualTo("T0LECTERN:C0READING");
        assertThat(payload.path("fence").asLong()).isEqualTo(7);
    }

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

    private static final Outgoing FILES = Outbound.filesTo("export/1", new UserId(ADA), "votes", "1");

    private void drawFiles() {
        drawings.registerFiles(
                "votes",
                (group, key) -> Optional.of(new FileMessage(
                        "The votes & all",
                        List.of(
                                new FileMessage.NamedFile("votes.json", "The votes", "{\"a\":\"\u00E9\"}"),
                                new FileMessage.NamedFile("votes.csv", "As a table", "a,b\r\n")))));
    }

    @Test
    void files_come_as_one_message_and_hold_what_was_drawn() throws Exception {
        drawFiles();
        Receipt receipt = receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("text").asString()).isEqualTo("The votes & all");
        JsonNode file = toAda().get(0).path("files").path(0);
        assertThat(file.path("title").asString()).isEqualTo("The votes");
        HttpResponse<String> fetched = http.send(
                HttpRequest.newBuilder(URI.create(file.path("url_private").asString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(fetched.body()).isEqualTo("{\"a\":\"\u00E9\"}");
        assertThat(fetched.headers().firstValue("Content-Disposition")).contains("attachment");

        assertThat(send(GROUP, FILES, Optional.of(receipt), Optional.empty())).isEqualTo(new Outcome.Sent(receipt));
        assertThat(toAda()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "fatal_error"})
    void files_that_got_there_without_an_answer_are_found_and_not_posted_again(String kind) {
        drawFiles();
        fault("files.completeUploadExternal", 1, kind);
        assertThat(later(send(FILES)).happened()).isTrue();
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void files_that_did_not_get_there_are_posted_after_a_look() {
        drawFiles();
        fault("files.completeUploadExternal", 1, "drop_before");
        assertThat(later(send(FILES)).happened()).isTrue();
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("files")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "http_500", "ratelimited"})
    void an_upload_that_failed_has_shown_nothing_and_is_done_again(String kind) {
        drawFiles();
        fault("files.getUploadURLExternal", 1, kind);
        assertThat(later(send(FILES)).happened()).isFalse();
        assertThat(toAda()).isEmpty();
        clock.move(Duration.ofSeconds(2));
        receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void who_cannot_look_does_not_post_files_twice() {
        without("im:history");
        drawFiles();
        receipt(send(FILES));
        assertThat(sendAgain(FILES)).isEqualTo(new Outcome.Dropped());
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void without_the_scope_short_files_come_as_text_and_the_scope_is_named() {
        without("files:write");
        drawFiles();
        receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("blocks").toString())
                .contains("files:write", "votes.json", "```a,b```", "{\\\"a\\\":");
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void without_the_scope_a_long_file_is_named_only() {
        without("files:write");
        drawings.registerFiles(
                "votes",
                (group, key) -> Optional.of(new FileMessage(
                        "The votes",
                        List.of(new FileMessage.NamedFile("votes.json", "The votes", "x".repeat(4_000))))));
        receipt(send(FILES));
        assertThat(toAda().get(0).path("blocks").toString())
                .contains("too long to be shown here")
                .doesNotContain("xxx");
    }

    @Test
    void files_of_what_is_gone_are_dropped() {
        drawings.registerFiles("votes", (group, key) -> Optional.empty());
        assertThat(send(FILES)).isEqualTo(new Outcome.Dropped());
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
