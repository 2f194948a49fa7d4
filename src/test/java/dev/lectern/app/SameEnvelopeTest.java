package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.Door.Knock;
import dev.lectern.redis.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The same signed bytes come twice, at once to two Lecterns and later again: one effect, one answer. */
class SameEnvelopeTest {
    private TwoLecterns lecterns;

    @BeforeEach
    void start(@TempDir Path folder) {
        lecterns = new TwoLecterns(folder);
    }

    @AfterEach
    void stop() {
        lecterns.close();
    }

    private List<String> twiceAtOnceAndAgain(String body) {
        Knock knock = Knock.signed(body, lecterns.people.now());
        List<String> atOnce = lecterns.doors.stream()
                .map(door ->
                        CompletableFuture.supplyAsync(() -> door.send(knock).body()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), all -> all.stream().map(CompletableFuture::join)))
                .toList();
        return Stream.concat(
                        atOnce.stream(),
                        lecterns.doors.stream().map(door -> door.send(knock).body()))
                .toList();
    }

    private static void allSay(List<String> answers, String sentence) {
        assertThat(answers).hasSize(4).allSatisfy(answer -> assertThat(answer).contains(sentence));
    }

    @Test
    void a_join_welcomes_once_and_a_leave_after_it_is_not_undone_by_its_repetition() {
        String join = Door.command("T0LECTERN", People.BEN, "join");
        allSay(twiceAtOnceAndAgain(join), "Welcome");
        allSay(twiceAtOnceAndAgain(Door.command("T0LECTERN", People.BEN, "leave")), "You are off the list");
        allSay(twiceAtOnceAndAgain(join), "Welcome");
        assertThat(lecterns.redis.commands().get("lectern:{T0LECTERN:C0READING}:group"))
                .doesNotContain(People.BEN);
    }

    @Test
    void a_nomination_of_a_new_paper_stands_once() {
        allSay(
                twiceAtOnceAndAgain(
                        Door.command("T0LECTERN", People.ADA, "nominate 2604.99999 A paper that nobody knew")),
                "The backlog has 1 paper");
        assertThat(lecterns.redis.commands().get("lectern:{T0LECTERN:C0READING}:backlog"))
                .containsOnlyOnce("2604.99999");
    }

    @Test
    void a_vote_counts_once_and_is_not_taken_back() {
        nominateTwo();
        assertThat(lecterns.people.command(People.ADA, "vote").text()).contains("The vote is open");
        await("ballot/");
        Post ballot = lecterns.people.the("ballot/");
        Shown.Button button = ballot.buttons("ballot.vote").get(0);
        ObjectNode click = click("7.7.7", button.actionId(), button.value());
        click.putObject("channel").put("id", People.READING);
        twiceAtOnceAndAgain(Door.form(Map.of("payload", click.toString())));
        assertThat(lecterns.redis
                        .commands()
                        .hgetAll("lectern:{T0LECTERN:C0READING}:votes:"
                                + ballot.id().substring("ballot/".length())))
                .containsOnlyKeys(People.ADA);
    }

    @Test
    void two_who_open_a_vote_at_once_open_one() {
        nominateTwo();
        assertThat(lecterns.people.command(People.BEN, "join").text()).contains("Welcome");
        List<CompletableFuture<String>> answers = List.of(
                sent(0, Door.command("T0LECTERN", People.ADA, "vote")),
                sent(1, Door.command("T0LECTERN", People.BEN, "vote")));
        assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("The vote is open, on 2 papers"),
                        other -> assertThat(other).contains("The vote is open already"));
        assertThat(lecterns.redis.commands().hgetAll("lectern:{T0LECTERN:C0READING}:ballots"))
                .hasSize(1);
    }

    @Test
    void two_taps_on_close_now_by_two_ways_close_a_vote_once() {
        nominateTwo();
        lecterns.people.command(People.ADA, "vote");
        await("ballot/");
        String ballot = lecterns.people.the("ballot/").id().substring("ballot/".length());
        List<CompletableFuture<String>> taps = List.of(
                sent(0, Door.form(Map.of("payload", closeNow("8.8.8", ballot)))),
                sent(1, Door.form(Map.of("payload", closeNow("9.9.9", ballot)))));
        taps.forEach(CompletableFuture::join);
        await("ballot.result/");
        assertThat(lecterns.redis.commands().hget("lectern:{T0LECTERN:C0READING}:ballots", ballot))
                .containsOnlyOnce("\"kind\":\"CLOSED\"");
        lecterns.people.the("ballot.result/");
    }

    private static String closeNow(String trigger, String ballot) {
        ObjectNode click = click(trigger, "ballot.closenow/1/" + ballot, "");
        click.putObject("view")
                .put("id", "V0GONE")
                .put("type", "modal")
                .put("private_metadata", "T0LECTERN:C0READING " + ballot);
        return click.toString();
    }

    private static ObjectNode click(String trigger, String action, String value) {
        ObjectNode click = Json.MAPPER.createObjectNode().put("type", "block_actions");
        click.putObject("team").put("id", "T0LECTERN");
        click.putObject("user").put("id", People.ADA).put("team_id", "T0LECTERN");
        click.put("api_app_id", "A0LECTERN").put("trigger_id", trigger);
        click.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("block_id", "b")
                .put("value", value)
                .put("action_ts", "1.0");
        return click;
    }

    private CompletableFuture<String> sent(int door, String body) {
        Knock knock = Knock.signed(body, lecterns.people.now());
        return CompletableFuture.supplyAsync(
                () -> lecterns.doors.get(door).send(knock).body());
    }

    private void nominateTwo() {
        for (String paper : List.of("2604.99998 One paper of two", "2604.99999 Another paper of two")) {
            lecterns.people.command(People.ADA, "nominate " + paper);
        }
    }

    private void await(String message) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> lecterns.people.newest(message).isPresent());
    }
}
