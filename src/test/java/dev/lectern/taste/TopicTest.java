package dev.lectern.taste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static final List<String> STEMS = List.of("a", "y", "is", "bus", "city", "news", "mean", "agent", "class");
    private static final List<String> ENDINGS = List.of("", "s", "es", "y", "ies", "ss");

    @Test
    void a_topic_is_named_in_any_form_of_its_words_next_to_each_other() {
        assertThat(names("long context", "Long-Context Models")).isTrue();
        assertThat(names("long context", "a context that is long")).isFalse();
        assertThat(names("agents", "One agent")).isTrue();
        assertThat(names("agent", "agents")).isTrue();
        assertThat(names("memories", "a memory of its own")).isTrue();
        assertThat(names("new", "good news")).isFalse();
        assertThat(names("c++", "C++ code")).isTrue();
        assertThat(names("--", "anything")).isFalse();
    }

    @Test
    void a_topic_does_not_reach_from_one_text_into_the_next() {
        Subject paper = new Subject(Samples.paper(1), "Long", List.of("memory", "agents"), "context");

        assertThat(Topic.of("long context").isIn(SubjectWords.of(paper))).isFalse();
        assertThat(Topic.of("memory agents").isIn(SubjectWords.of(paper))).isFalse();
        assertThat(Topic.of("agent").isIn(SubjectWords.of(paper))).isTrue();
    }

    @Test
    void words_are_the_same_where_one_is_the_plural_of_the_other() {
        Seeded.times(5000, random -> {
            List<String> topic = words(random, 1 + random.nextInt(2));
            List<String> text = words(random, random.nextInt(6));

            assertThat(names(String.join(" ", topic), String.join(" ", text)))
                    .as("%s in %s", topic, text)
                    .isEqualTo(IntStream.rangeClosed(0, text.size() - topic.size())
                            .anyMatch(at -> IntStream.range(0, topic.size())
                                    .allMatch(i -> isSame(topic.get(i), text.get(at + i)))));
        });
    }

    private static boolean names(String topic, String text) {
        return Topic.of(topic).isIn(SubjectWords.of(new Subject(Samples.paper(1), "Untitled", List.of(), text)));
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.oneOf(STEMS, random) + Samples.oneOf(ENDINGS, random))
                .collect(Collectors.toList());
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || isPlural(one, other) || isPlural(other, one);
    }

    private static boolean isPlural(String plural, String singular) {
        return singular.length() > 1
                && !Set.of("news", "means").contains(plural)
                && (plural.equals(singular + "s")
                        || plural.equals(singular + "es")
                        || singular.endsWith("y")
                                && plural.equals(singular.substring(0, singular.length() - 1) + "ies"));
    }
}
