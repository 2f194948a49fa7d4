package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every form that can be reached by a command, or by one button in its answer, filled with what none of them understands. */
class FormsKeepTest {
    private static final String NONSENSE = "%% 99:99 no such thing %%";

    /** Buttons that do at once what they say. */
    private static final Set<String> ACTS = Set.of("status.giveup", "ballot.drop", "parts.again");

    private final Map<String, String> outcomes = new TreeMap<>();

    private static String callback(View view) {
        return view.json().path("callback_id").asString("");
    }

    /** What one could type into the form's free fields: nothing that a form understands. */
    private static Map<String, Object> nonsense(View form) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (JsonNode block : form.blocks("input")) {
            String type = block.path("element").path("type").asString("");
            if (type.equals("plain_text_input")) {
                typed.put(block.path("block_id").asString(), NONSENSE);
            } else if (type.equals("datepicker")) {
                typed.put(block.path("block_id").asString(), "2001-01-01");
            }
        }
        return typed;
    }

    private void tried(People people, View form) {
        Map<String, Object> typed = nonsense(form);
        if (typed.isEmpty() || outcomes.containsKey(callback(form))) {
            return;
        }
        Answer answer = people.submit(People.ADA, form, typed);
        outcomes.put(callback(form), answer.result());
        if (answer.result().equals("errors")) {
            Set<String> fields = new TreeSet<>();
            form.blocks("input")
                    .forEach(block -> fields.add(block.path("block_id").asString()));
            assertThat(answer.errors().keySet()).as(callback(form)).isSubsetOf(fields);
            assertThat(answer.errors().values())
                    .as(callback(form))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            List<View> open = people.modals(People.ADA);
            View top = open.get(open.size() - 1);
            assertThat(top.id()).as(callback(form)).isEqualTo(form.id());
            if (typed.containsValue(NONSENSE)) {
                assertThat(top.json().path("state").toString())
                        .as("what was typed into " + callback(form))
                        .contains(NONSENSE);
            }
        }
    }

    private List<View> opened(Answer answer) {
        return answer.view().stream().toList();
    }

    private void each(People people, String command) {
        Answer first = people.command(People.ADA, command);
        List<View> views = new ArrayList<>(opened(first));
        for (View view : views) {
            tried(people, view);
        }
        people.closeModals(People.ADA);
        Set<String> names = new TreeSet<>();
        first.posts().forEach(post -> post.buttons().forEach(button -> names.add(name(button))));
        first.view().ifPresent(view -> view.buttons().forEach(button -> names.add(name(button))));
        for (String name : names) {
            if (ACTS.contains(name)) {
                continue;
            }
            Answer again = people.command(People.ADA, command);
            Answer next = again.view()
                    .map(view -> people.clickIn(
                            People.ADA, view, name, view.buttons(name).get(0).value()))
                    .orElseGet(() -> people.clickFirst(People.ADA, again.posts().get(0), name));
            opened(next).forEach(view -> tried(people, view));
            people.closeModals(People.ADA);
        }
    }

    private static String name(Shown.Button button) {
        return button.actionId().split("/")[0];
    }

    @Test
    void a_form_that_is_not_understood_says_so_beside_its_fields_and_keeps_what_was_typed(@TempDir Path folder) {
        try (DemoWorld world = DemoWorld.begin(folder)) {
            People people = world.people();
            new MeetingAtHand(world).choosePaper();
            people.advance(Duration.ofMinutes(1));
            for (String command : List.of(
                    "setup", "digest", "meetings", "ballot", "parts", "ask", "questions", "notes", "status", "pause")) {
                each(people, command);
            }
            assertThat(outcomes.entrySet().stream()
                            .filter(form -> form.getValue().equals("errors"))
                            .map(Map.Entry::getKey))
                    .as("%s", outcomes)
                    .contains(
                            "ballot.rules.save/1",
                            "group.setup/1",
                            "meetings.add.save/1",
                            "meetings.change.save/1",
                            "meetings.holidays.save/1",
                            "meetings.lead.save/1",
                            "meetings.more.save/1",
                            "meetings.move.save/1",
                            "meetings.pause.save/1",
                            "meetings.place.save/1",
                            "part.choose.save/1");
            // Of these nonsense is a topic, a part's name, a question, a note.
            assertThat(outcomes.entrySet().stream()
                            .filter(form -> !form.getValue().equals("errors"))
                            .map(Map.Entry::getKey))
                    .as("%s", outcomes)
                    .isSubsetOf("digest.personal/1", "part.own.save/1", "question.asked/1", "note.added/1");
        }
    }
}
