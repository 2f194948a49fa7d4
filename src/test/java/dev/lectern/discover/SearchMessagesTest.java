package dev.lectern.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.slack.block.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchMessagesTest {
    private static final Paper TEA = Paper.added(Draft.titled("Tea for Two"), Instant.EPOCH);

    private static String found(boolean byWords) {
        Message message = SearchMessages.found("qwxz", byWords, List.of(TEA), 0, Optional.empty(), Optional.empty());
        return message.text() + message.blocks();
    }

    @Test
    void what_is_only_near_in_meaning_is_not_passed_off_as_having_the_words() {
        assertThat(found(true)).contains("Papers for “qwxz”").doesNotContain("No paper has the words");
        assertThat(found(false)).contains("No paper has the words “qwxz”", "nearest in meaning", "Tea for Two");
    }
}
