package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.Door.Knock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over HTTP only: Slack's questions to the address, and what nobody at Slack would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoneOfSlacksTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private DemoWorld world;
    private Door door;

    @BeforeAll
    void a_group(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        door = new Door(world.port());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private HttpResponse<String> post(String body, String type) {
        return door.send(Knock.signed(body, world.people().now()), type);
    }

    @Test
    void a_challenge_is_given_back() {
        assertThat(post("{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c0ffee\"}", JSON)
                        .body())
                .isEqualTo("c0ffee");
    }

    @Test
    void a_check_of_the_connection_is_answered() {
        assertThat(post("ssl_check=1&token=t", FORM).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nonsense",
                "payload=",
                "payload={",
                "payload=[]",
                "payload=%7B%7D",
                "a=b",
                "{\"no\":1}",
                "payload=%ZZ",
                "null",
                "\"type\"",
                "{\"type\":1}",
                "{\"type\":null}"
            })
    void what_is_none_of_slacks_is_turned_away_without_a_fault(String body) {
        for (String type : List.of(FORM, JSON)) {
            assertThat(post(body, type).statusCode()).as("%s as %s", body, type).isBetween(200, 499);
        }
    }
}
