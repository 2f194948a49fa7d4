package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Words that people bring never ping, link or change the layout, wherever they come back. */
class HostileTextTest extends OnAMondayMorning {
    /** Each mark on its own is harmless in a plain text, and none of them is in a formatted one. */
    private static final String HOSTILE =
            "<!here> <@U0FATIMA> <#C0VISION> <https://evil.example|click> <tel:1|call> &lt;!channel&gt;";

    private static final Pattern CALLS_SOMEBODY =
            Pattern.compile("<!(here|channel|everyone|subteam)|<tel:|<https://evil\\.example\\|click>");

    /** What Slack would read as formatted: texts that say so, and a message's own. */
    private static List<String> formatted(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json.path("type").asString("").equals("mrkdwn")) {
            texts.add(json.path("text").asString(""));
        }
        json.forEach(part -> texts.addAll(formatted(part)));
        return texts;
    }

    private static void isHarmless(JsonNode json) {
        List<String> texts = formatted(json);
        texts.add(json.path("text").asString(""));
        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainPattern(CALLS_SOMEBODY)
                        .doesNotContain("<@U0FATIMA> <#C0VISION>"));
    }

    private void typed(String command) {
        isHarmless(people.command(People.BEN, command + " " + HOSTILE).json());
    }

    @Test
    void what_is_typed_after_a_command_comes_back_harmless() {
        for (String verb : List.of(
                "nominate",
                "search",
                "ask",
                "away",
                "assign",
                "present",
                "similar",
                "archive",
                "stats",
                "swap",
                "help",
                "meetings",
                "holidays",
                "calendar",
                "parts",
                "ballot",
                "taste",
                "today",
                "nonsense",
                "")) {
            typed(verb);
        }
        people.settle();
        people.calls().forEach(call -> isHarmless(call.json().path("arguments")));
    }

    @Test
    void topics_questions_parts_and_places_come_back_harmless_to_everybody() {
        View setup = people.command(People.ADA, "setup").opened();
        people.submit(People.ADA, setup, Map.of("topics", "<!here> <@U0FATIMA>, agents"));
        MeetingAtHand meeting = new MeetingAtHand(world);
        meeting.choosePaper();
        String presenter = meeting.findPresenter();
        people.goTo(MeetingAtHand.REMINDER);
        people.settle();
        people.command(People.BEN, "ask " + HOSTILE);
        people.settle();
        people.goTo(MeetingAtHand.START);
        people.settle();
        people.goTo(MeetingAtHand.END);
        people.settle();

        String questions = people.everything().stream().map(Post::read).reduce("", String::concat);
        assertThat(questions).contains("&lt;!here&gt;");
        people.calls().forEach(call -> isHarmless(call.json().path("arguments")));
        isHarmless(people.home(presenter).json());
        isHarmless(people.command(People.CHEN, "schedule").json());
        isHarmless(people.command(People.CHEN, "taste").json());
    }

    @Test
    void every_message_can_be_read_aloud_and_every_picture_is_described() {
        MeetingAtHand meeting = new MeetingAtHand(world);
        meeting.choosePaper();
        meeting.findPresenter();
        people.goTo(MeetingAtHand.END);
        people.settle();
        List<People.Call> said = people.calls().stream()
                .filter(call -> List.of("chat.postMessage", "chat.update", "chat.postEphemeral")
                        .contains(call.method()))
                .toList();
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(said).allSatisfy(call -> {
            String aloud = call.json().path("arguments").path("text").asString("");
            assertThat(aloud.replaceAll("<!date\\^[^|]*\\|([^>]*)>", "$1"))
                    .isNotBlank()
                    .doesNotContain("null", "{", "Optional");
            pictures(call.json().path("arguments"))
                    .forEach(picture ->
                            assertThat(picture.path("alt_text").asString("")).isNotBlank());
        });
    }

    private static List<JsonNode> pictures(JsonNode json) {
        List<JsonNode> pictures = new ArrayList<>();
        if (json.has("image_url") || json.has("slack_file")) {
            pictures.add(json);
        }
        json.forEach(part -> pictures.addAll(pictures(part)));
        return pictures;
    }
}
