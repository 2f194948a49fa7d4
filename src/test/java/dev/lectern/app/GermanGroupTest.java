package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A group that reads German gets no English but what papers, people and commands are called. */
class GermanGroupTest {
    /** Words of sentences that German does not have, and that no title here begins with. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)(?<![\\w`/-])(the|you|your|with|which|this|what|who|nobody|vote|meeting|presents?|opens|closes|question)(?![\\w`-])");

    private static final Pattern LINK = Pattern.compile("<[^>]*>");
    private static final Pattern COMMAND = Pattern.compile("`[^`]*`");

    private DemoWorld world;
    private People people;

    @BeforeEach
    void start(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        people.command(People.ADA, "language deutsch");
        People.ALL.forEach(user -> people.command(user, "language mine deutsch"));
        people.settle();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** What is read: without the addresses and titles of links, and without commands. */
    private static List<String> sentences(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.properties().forEach(field -> {
            if (field.getValue().isString()
                    && List.of("text", "alt_text", "title", "label").contains(field.getKey())) {
                String text = field.getValue().asString();
                texts.add(COMMAND.matcher(LINK.matcher(text).replaceAll("")).replaceAll(""));
            }
        });
        json.forEach(part -> texts.addAll(sentences(part)));
        return texts;
    }

    /** But for the list of the words that one can type. */
    private static boolean isEnglish(String text) {
        return !text.contains("archive, ask, assign") && ENGLISH.matcher(text).find();
    }

    @Test
    void what_is_english_is_seen() {
        assertThat(isEnglish("Who presents?")).isTrue();
        assertThat(isEnglish("Wer trägt vor?")).isFalse();
    }

    @Test
    void from_the_vote_to_the_wrap_up_the_channel_and_direct_messages_are_german() {
        int before = people.calls().size();
        MeetingAtHand meeting = new MeetingAtHand(world);
        meeting.choosePaper();
        meeting.findPresenter();
        people.goTo(MeetingAtHand.REMINDER);
        people.settle();
        people.goTo(MeetingAtHand.END);
        people.settle();

        List<String> english = people.calls().stream()
                .skip(before)
                .filter(call -> call.method().startsWith("chat."))
                .filter(call -> !call.id().startsWith("digest/"))
                .flatMap(call -> sentences(call.json().path("arguments")).stream())
                .filter(GermanGroupTest::isEnglish)
                .distinct()
                .toList();
        assertThat(english).isEmpty();
    }

    @Test
    void answers_forms_and_the_home_are_german() {
        List<String> english = new ArrayList<>();
        for (String verb : List.of(
                "help",
                "schedule",
                "backlog",
                "ballot",
                "meetings",
                "parts",
                "organizers",
                "language",
                "log",
                "status",
                "taste",
                "archive",
                "stats",
                "saved",
                "calendar",
                "setup",
                "away",
                "swap",
                "present",
                "ask",
                "questions",
                "notes",
                "digest",
                "nominate",
                "nonsense",
                "help vote",
                "assign",
                "pause",
                "recall")) {
            JsonNode answer = people.command(People.ADA, verb).json();
            sentences(answer).stream()
                    .filter(GermanGroupTest::isEnglish)
                    .forEach(text -> english.add(verb + ": " + text));
            people.closeModals(People.ADA);
        }
        sentences(people.home(People.ADA).json()).stream()
                .filter(GermanGroupTest::isEnglish)
                .forEach(text -> english.add("home: " + text));
        assertThat(english).isEmpty();
    }
}
