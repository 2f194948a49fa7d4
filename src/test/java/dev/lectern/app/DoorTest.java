package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.Door.Knock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in at POST /slack/events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private static final String HELP = Door.command("T0LECTERN", People.ADA, "help");

    private DemoWorld world;
    private Door door;

    @BeforeAll
    void start(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        door = new Door(world.port());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Instant now() {
        return world.people().now();
    }

    private void isLetIn(Knock knock) {
        var answer = door.send(knock);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/papers nominate");
    }

    private void isTurnedAway(Knock knock) {
        var answer = door.send(knock);
        assertThat(answer.statusCode()).as("%s", knock).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void what_slack_signed_just_now_is_let_in() {
        isLetIn(Knock.signed(HELP, now()));
    }

    @Test
    void what_is_not_signed_is_turned_away() {
        Knock signed = Knock.signed(HELP, now());
        isTurnedAway(signed.withoutSignature());
        isTurnedAway(signed.withoutTimestamp());
        isTurnedAway(signed.withoutSignature().withoutTimestamp());
        isTurnedAway(signed.withSignature(""));
    }

    @Test
    void what_is_signed_with_another_secret_or_for_another_body_or_time_is_turned_away() {
        Knock signed = Knock.signed(HELP, now());
        isTurnedAway(Knock.signedWith("another secret", HELP, now()));
        isTurnedAway(signed.withBody(HELP + "&user_id=U0BEN"));
        isTurnedAway(signed.withTimestamp(Long.toString(now().getEpochSecond() - 30)));
        String signature = signed.signature().orElseThrow();
        isTurnedAway(signed.withSignature(signature.substring(3)));
        isTurnedAway(signed.withSignature(signature.replace("v0=", "v1=")));
        isTurnedAway(signed.withSignature(signature.substring(0, signature.length() - 1)));
    }

    @Test
    void five_minutes_old_is_too_old_and_five_minutes_ahead_is_too_new() {
        isLetIn(Knock.signed(HELP, now().minusSeconds(280)));
        isLetIn(Knock.signed(HELP, now().plusSeconds(280)));
        isTurnedAway(Knock.signed(HELP, now().minusSeconds(302)));
        isTurnedAway(Knock.signed(HELP, now().plusSeconds(330)));
        isTurnedAway(Knock.signed(HELP, Instant.EPOCH));
    }

    @Test
    void a_time_that_is_none_is_turned_away() {
        for (String timestamp : List.of("", "now", "-1", "1e9", "99999999999999999999", " " + now().getEpochSecond())) {
            isTurnedAway(new Knock(
                    HELP,
                    java.util.Optional.of(timestamp),
                    java.util.Optional.of(Door.sign(Door.SECRET, timestamp, HELP))));
        }
    }

    @Test
    void what_was_let_in_once_is_turned_away_when_somebody_sends_it_again_later() {
        Knock knock = Knock.signed(HELP, now());
        isLetIn(knock);
        world.people().advance(Duration.ofMinutes(6));
        isTurnedAway(knock);
    }

    @Test
    void another_workspace_is_told_that_lectern_is_not_there_and_nothing_else() {
        var answer = door.send(Knock.signed(Door.command("T0OTHER", People.ADA, "backlog"), now()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Lectern is not installed in this workspace, so nothing was done.")
                .doesNotContain("omin");
    }

    @Test
    void a_forged_vote_changes_nothing() {
        Map<String, String> before = world.kept(People.READING);
        isTurnedAway(Knock.signedWith("guess", Door.command("T0LECTERN", People.ADA, "leave"), now()));
        assertThat(world.kept(People.READING)).isEqualTo(before);
    }

    @Test
    void signed_nonsense_is_an_error_of_the_sender_and_told_in_no_detail() {
        for (String body : List.of("", "payload=", "payload=%7B%7D", "payload=%7Bnot+json", "{", "{}", "[1]", "null")) {
            for (String type : List.of("application/x-www-form-urlencoded", "application/json")) {
                var answer = door.send(Knock.signed(body, now()), type);
                assertThat(answer.statusCode()).as("%s as %s", body, type).isBetween(400, 499);
                assertThat(answer.body()).as("%s as %s", body, type).doesNotContain("Exception", "\tat ");
            }
        }
    }
}
