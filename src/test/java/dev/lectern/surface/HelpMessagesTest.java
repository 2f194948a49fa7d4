package dev.lectern.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes.Verb;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpMessagesTest {
    private static final List<Verb> VERBS = Stream.concat(
                    Arrays.stream(Chapter.values()).flatMap(chapter -> chapter.verbs().stream()), Stream.of("brandnew"))
            .map(HelpMessagesTest::verb)
            .toList();

    private static Verb verb(String name) {
        return new Verb(name, name + " [words]", () -> "does " + name, command -> Reply.none());
    }

    private static String shown(Message message) {
        assertThat(Limits.check(message)).isEmpty();
        return BlockJson.write(message);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_verb_is_in_the_overview_and_in_one_chapter(Language language) {
        Language.speaking(language, () -> {
            HelpMessages messages = new HelpMessages(VERBS);
            String overview = shown(messages.overview());
            List<String> chapters = Arrays.stream(Chapter.values())
                    .map(chapter -> shown(messages.chapter(chapter)))
                    .toList();
            for (Verb verb : VERBS) {
                assertThat(overview).contains("`" + verb.name());
                assertThat(chapters.stream()
                                .filter(chapter -> chapter.contains("does " + verb.name() + "\\n")
                                        || chapter.contains("does " + verb.name() + "\"")))
                        .as(verb.name())
                        .hasSize(1);
            }
            return language;
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_said_of_a_verb_has_its_examples_and_its_neighbours(Language language) {
        Language.speaking(language, () -> {
            HelpMessages messages = new HelpMessages(VERBS);
            for (Verb verb : VERBS) {
                String more = shown(messages.verb(verb));
                Chapter.examples(verb.name())
                        .forEach(example -> assertThat(more).contains("/papers " + example.replace("\"", "\\\"")));
                assertThat(more).contains("does " + verb.name());
            }
            assertThat(shown(messages.verb(verb("vote")))).contains("`ballot`");
            return language;
        });
    }

    @Test
    void german_readers_read_german_and_the_commands_as_they_are() {
        String overview = Language.speaking(Language.GERMAN, () -> shown(new HelpMessages(VERBS).overview()));
        assertThat(overview).contains("Lesegruppe dieses Kanals", "*Ich bin dran*", "`/papers vote [words]`");
    }

    @Test
    void an_example_begins_with_its_verb() {
        for (Verb verb : VERBS) {
            assertThat(Chapter.examples(verb.name()))
                    .allSatisfy(example -> assertThat(example.split(" ")[0]).isEqualTo(verb.name()));
        }
    }
}
