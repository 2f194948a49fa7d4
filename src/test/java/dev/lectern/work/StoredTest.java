package dev.lectern.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.redis.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StoredTest {
    private static final Noted VALUE =
            new Noted("ä \"b\"\n{😀}", Instant.parse("2026-03-30T07:00:00.123Z"), List.of(1, 2));

    record Noted(String text, Instant at, List<Integer> numbers) {}

    @Test
    void what_was_written_is_read() {
        assertThat(Stored.read(Stored.write(VALUE), Noted.class)).isEqualTo(VALUE);
    }

    @Test
    void a_value_stands_in_an_envelope_that_says_its_version() {
        assertThat(Stored.write("text")).isEqualTo("{\"v\":1,\"value\":\"text\"}");
    }

    @Test
    void a_value_of_an_older_version_is_read() {
        String older = Stored.write(VALUE).replace("\"v\":1", "\"v\":0");
        assertThat(Stored.read(older, Noted.class)).isEqualTo(VALUE);
    }

    /** At first a plain text; then its parts had names; then the place got a number. */
    @Shape(version = 3, from = Moved.Upgrade.class)
    record Moved(String name, int place) {
        static final class Upgrade implements Shape.Upgrade {
            @Override
            public JsonNode apply(Integer from, JsonNode value) {
                ObjectNode next = Json.MAPPER.createObjectNode();
                if (from == 1) {
                    String[] parts = value.asString().split("@");
                    return next.put("name", parts[0]).put("place", parts[1]);
                }
                return next.put("name", value.path("name").asString())
                        .put("place", Integer.parseInt(value.path("place").asString()));
            }
        }
    }

    @Test
    void a_value_of_every_older_shape_becomes_one_of_the_present() {
        Moved now = new Moved("ada", 7);
        assertThat(Stored.write(now)).startsWith("{\"v\":3,");
        assertThat(Stored.read(Stored.write(now), Moved.class)).isEqualTo(now);
        assertThat(Stored.read("{\"v\":1,\"value\":\"ada@7\"}", Moved.class)).isEqualTo(now);
        assertThat(Stored.read("{\"v\":2,\"value\":{\"name\":\"ada\",\"place\":\"7\"}}", Moved.class))
                .isEqualTo(now);
        assertThatThrownBy(() -> Stored.read("{\"v\":4,\"value\":{}}", Moved.class))
                .hasMessageContaining("version 4 of the data, this one knows 3");
    }

    @Test
    void what_a_later_release_added_within_the_version_does_not_stop_an_older_one() {
        assertThat(Stored.read(
                        "{\"v\":1,\"value\":{\"text\":\"a\",\"at\":\"2026-03-30T07:00:00Z\",\"numbers\":[],"
                                + "\"added\":true},\"written\":\"by\"}",
                        Noted.class))
                .isEqualTo(new Noted("a", Instant.parse("2026-03-30T07:00:00Z"), List.of()));
    }

    @Test
    void a_value_of_a_newer_version_is_not_guessed_at() {
        String newer = Stored.write(VALUE).replace("\"v\":1", "\"v\":2");
        assertThatThrownBy(() -> Stored.read(newer, Noted.class))
                .isInstanceOf(UnreadableState.class)
                .hasMessage("a Noted was written by a newer Lectern (version 2 of the data, this one knows 1): "
                        + "run that one");
    }

    @Test
    void what_is_no_envelope_is_not_taken_for_a_value() {
        for (String wrong : List.of("{\"text\":\"a\"}", "[]", "\"text\"", "{\"v\":1}", "{\"v\":1,\"value\":null}")) {
            assertThatThrownBy(() -> Stored.read(wrong, Noted.class))
                    .as(wrong)
                    .isInstanceOf(UnreadableState.class)
                    .hasMessageContaining("Noted");
        }
    }

    @Test
    void a_damaged_value_is_named_and_not_quoted() {
        String written = Stored.write(VALUE).replace("2026-03-30T07:00:00.123Z", "a secret");
        for (String damaged : List.of("", "{", Stored.write(VALUE).substring(0, 40), written)) {
            assertThatThrownBy(() -> Stored.read(damaged, Noted.class))
                    .as(damaged)
                    .isInstanceOf(UnreadableState.class)
                    .hasMessageContaining("Noted")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }
}
