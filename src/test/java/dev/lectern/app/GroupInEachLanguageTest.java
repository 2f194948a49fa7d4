package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A group that reads another language gets no English but what papers, people and commands are called. */
class GroupInEachLanguageTest {
    /** Words of sentences that German and Japanese do not have, and that no title here begins with. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)(?<![\\w`/-])(the|you|your|with|which|this|what|who|nobody|vote|meeting|presents?|opens|closes|question)(?![\\w`-])");

    private static final Pattern LINK = Pattern.compile("<[^>]*>");
    private static final Pattern COMMAND = Pattern.compile("`[^`]*`");

    private static final Pattern FORMATTED = Pattern.compile("`[^`\\n]+`|\\*[^*\\n]+\\*");
    /** Beside these Slack leaves the marks of bold and code standing. */
    private static final Pattern WIDE =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u3000-\\u303F\\uFF00-\\uFFEF]");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private DemoWorld world;
    private People people;

    @BeforeEach
    void start(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
    }

    private void everybodySpeaks(Language language) {
        people.command(People.ADA, "language " + language.ownName());
        People.ALL.forEach(user -> people.command(user, "language mine " + language.ownName()));
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

    private static List<String> mrkdwn(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if ("mrkdwn".equals(json.path("type").asString(""))) {
            texts.add(json.path("text").asString());
        }
        json.forEach(part -> texts.addAll(mrkdwn(part)));
        return texts;
    }

    /** Whether marks of bold or code would be read as they are typed. */
    private static boolean showsMarks(String mrkdwn) {
        return FORMATTED
                .matcher(mrkdwn)
                .results()
                .anyMatch(marked -> isWide(mrkdwn, marked.start() - 1) || isWide(mrkdwn, marked.end()));
    }

    private static boolean isWide(String text, int at) {
        return at >= 0
                && at < text.length()
                && WIDE.matcher(text.substring(at, at + 1)).matches();
    }

    /** But for the list of the words that one can type. */
    private static boolean isEnglish(String text) {
        return !text.contains("archive, ask, assign") && ENGLISH.matcher(text).find();
    }

    @Test
    void what_is_english_is_seen() {
        assertThat(isEnglish("Who presents?")).isTrue();
        assertThat(isEnglish("Wer trägt vor?")).isFalse();
        assertThat(isEnglish("発表者は未定です。")).isFalse();
    }

    @Test
    void marks_that_slack_leaves_standing_are_seen() {
        assertThat(showsMarks("次は *投票*です")).isTrue();
        assertThat(showsMarks("残ります。`/papers vote` で")).isTrue();
        assertThat(showsMarks("*投票* を `/papers vote` で\n*論文*")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void from_the_vote_to_the_wrap_up_the_channel_and_direct_messages_speak_it(Language language) {
        everybodySpeaks(language);
        int before = people.calls().size();
        MeetingAtHand meeting = new MeetingAtHand(world);
        meeting.choosePaper();
        meeting.findPresenter();
        people.goTo(MeetingAtHand.REMINDER);
        people.settle();
        people.goTo(MeetingAtHand.END);
        people.settle();

        List<JsonNode> said = people.calls().stream()
                .skip(before)
                .filter(call -> call.method().startsWith("chat."))
                .filter(call -> !call.id().startsWith("digest/"))
                .map(call -> call.json().path("arguments"))
                .toList();
        assertThat(said.stream()
                        .flatMap(message -> sentences(message).stream())
                        .filter(GroupInEachLanguageTest::isEnglish)
                        .distinct())
                .isEmpty();
        assertThat(said.stream()
                        .flatMap(message -> mrkdwn(message).stream())
                        .filter(GroupInEachLanguageTest::showsMarks)
                        .distinct())
                .isEmpty();
        if (language == Language.JAPANESE) {
            assertThat(said)
                    .as("has Japanese in it")
                    .isNotEmpty()
                    .allMatch(message -> JAPANESE.matcher(message.toString()).find());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void answers_forms_and_the_home_speak_it(Language language) {
        everybodySpeaks(language);
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
                    .filter(GroupInEachLanguageTest::isEnglish)
                    .forEach(text -> english.add(verb + ": " + text));
            mrkdwn(answer).stream()
                    .filter(GroupInEachLanguageTest::showsMarks)
                    .forEach(text -> english.add(verb + " shows marks: " + text));
            people.closeModals(People.ADA);
        }
        mrkdwn(people.home(People.ADA).json()).stream()
                .filter(GroupInEachLanguageTest::showsMarks)
                .forEach(text -> english.add("home shows marks: " + text));
        sentences(people.home(People.ADA).json()).stream()
                .filter(GroupInEachLanguageTest::isEnglish)
                .forEach(text -> english.add("home: " + text));
        assertThat(english).isEmpty();
    }
}
