package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever turns to Lectern where it is not installed hears so in a sentence, and nothing is done. */
class NotInstalledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private OAuthWorld world;

    @SuppressWarnings("NullAway.Init")
    private People people;

    private void start(Demo.Way way) {
        world = new OAuthWorld(folder, way);
        people = world.people();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void assertTold(String text) {
        assertThat(text)
                .contains("Lectern is not installed in this workspace")
                .contains(world.at("/slack/install").toString());
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void before_anybody_installed_it_a_command_is_answered_with_where_to_do_so(Demo.Way way) {
        start(way);
        assertTold(people.command(People.ADA, "/papers help").text());
        people.home(People.ADA);
        assertThat(people.calls())
                .as("an event is answered with nothing")
                .noneMatch(call -> call.method().startsWith("views."));
        assertThat(world.redis().keys("lectern:{T0LECTERN*")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void after_it_was_taken_out_every_way_in_says_so_and_does_nothing(Demo.Way way) {
        start(way);
        world.install();
        world.setUp();
        people.command(People.ADA, "/papers nominate 2604.99998 One paper of two");
        people.command(People.ADA, "/papers nominate 2604.99999 Another paper of two");
        people.command(People.ADA, "/papers vote");
        await().atMost(PATIENCE).until(() -> people.newest("ballot/").isPresent());
        View form = people.command(People.ADA, "/papers setup").opened();
        Post said = people.say(People.BEN, People.READING, "https://arxiv.org/abs/2401.00001");
        Post ballot = people.newest("ballot/").orElseThrow();
        world.takeOut("app_uninstalled");

        assertTold(people.command(People.ADA, "/papers help").text());
        assertTold(people.clickFirst(People.BEN, ballot, "ballot.vote").text());
        assertTold(people.shortcut(People.BEN, said, "nominate_link").text());
        assertTold(people.submit(People.ADA, form, Map.of("zone", "Europe/Berlin"))
                .opened()
                .read());
        people.say(People.BEN, People.READING, "<@U0LECTERN> help");
    }

    @Test
    void every_kind_of_request_is_answered_200_and_none_that_slack_did_not_sign() {
        start(Demo.Way.HTTP);
        Door door = new Door(world.at("/").getPort());
        for (String payload : new String[] {
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"actions\":[{\"action_id\":\"x\"}]}",
            "{\"type\":\"view_submission\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\"}}",
            "{\"type\":\"view_closed\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\"}}",
            "{\"type\":\"shortcut\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"trigger_id\":\"1.2\"}",
            "{\"type\":\"message_action\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"trigger_id\":\"1.2\"}",
            "{\"type\":\"block_suggestion\",\"team\":{\"id\":\"T0NOBODY\"},\"user\":{\"id\":\"U1\"},\"value\":\"\"}"
        }) {
            String body = "payload=" + java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8);
            Door.Knock knock = Door.Knock.signed(body, world.now());
            assertThat(door.send(knock, "application/x-www-form-urlencoded").statusCode())
                    .as(payload)
                    .isEqualTo(200);
        }
        String event = "{\"type\":\"event_callback\",\"team_id\":\"T0NOBODY\",\"event_id\":\"Ev1\",\"event_time\":1,"
                + "\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"hello\",\"channel\":\"C1\",\"ts\":\"1.2\"}}";
        var answer = door.send(Door.Knock.signed(event, world.now()), "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
