package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Header;
import dev.lectern.slack.block.Home;
import dev.lectern.slack.block.Limits;
import dev.lectern.text.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomePageTest {

    private static Map<HomeTopic, List<Block>> each(int blocks) {
        Map<HomeTopic, List<Block>> topics = new EnumMap<>(HomeTopic.class);
        for (HomeTopic topic : HomeTopic.values()) {
            topics.put(topic, Collections.nCopies(blocks, Blocks.section("about " + topic)));
        }
        return topics;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void all_topics_have_room_and_a_header_and_what_is_too_much_a_button(Language language) {
        for (int blocks : new int[] {1, HomePage.SHARE - 1, HomePage.SHARE, 60}) {
            Home home = Language.speaking(language, () -> HomePage.of(each(blocks)));
            assertThat(Limits.check(home)).isEmpty();
            assertThat(home.blocks().stream().filter(Header.class::isInstance)).hasSize(HomeTopic.values().length);
            String shown = BlockJson.write(home);
            for (HomeTopic topic : HomeTopic.values()) {
                assertThat(shown).contains("about " + topic);
                assertThat(shown.contains(HomePage.ALL + "/" + topic)).isEqualTo(blocks >= HomePage.SHARE);
            }
        }
    }

    @Test
    void a_topic_without_anything_has_no_header() {
        Map<HomeTopic, List<Block>> topics = each(0);
        topics.put(HomeTopic.VOTES, List.of(Blocks.section("vote")));
        assertThat(HomePage.of(topics).blocks()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void all_of_a_topic_fits_into_a_form_whose_title_says_which(Language language) {
        HashSet<String> titles = new HashSet<>();
        Language.speaking(language, () -> {
            Arrays.stream(HomeTopic.values()).forEach(topic -> {
                var all = HomePage.all(topic, each(60).get(topic));
                assertThat(Limits.check(all)).isEmpty();
                assertThat(all.blocks()).hasSize(60);
                assertThat(all.title().text()).doesNotContain("…");
                titles.add(all.title().text());
            });
            return language;
        });
        assertThat(titles).hasSize(HomeTopic.values().length);
    }
}
